package org.quittance.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quittance.node.client.HttpApi;
import org.quittance.node.setup.NodeConfig;
import picocli.CommandLine;

/**
 * What goes into the archive, held against the program: ports, paths, settings, commands, names of
 * files. Whether a cluster takes the manifests, {@code make dist} asks where it can.
 */
class DistributionTest {

    private static final Path DIST = Path.of("src/dist");
    private static final Path TEMPLATE = Path.of("../node/src/main/resources/node.properties");

    private static List<JsonNode> documents(String file) throws IOException {
        try (var parsed = new YAMLMapper().readerFor(JsonNode.class)
                .<JsonNode>readValues(DIST.resolve("kubernetes").resolve(file).toFile())) {
            return parsed.readAll();
        }
    }

    private static JsonNode document(String file, String kind) throws IOException {
        return documents(file).stream().filter(it -> it.path("kind").asText().equals(kind))
                .findFirst().orElseThrow();
    }

    private static JsonNode pod() throws IOException {
        return document("validators.yaml", "StatefulSet").at("/spec/template/spec");
    }

    private static JsonNode container() throws IOException {
        return pod().at("/containers/0");
    }

    private static int port(String name) throws IOException {
        for (JsonNode port : container().path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asInt();
            }
        }
        throw new AssertionError("no port " + name);
    }

    @Test
    void portsAreThoseOfTheConfiguration() throws Exception {
        for (Path file : List.of(TEMPLATE, DIST.resolve("kubernetes/node.properties"))) {
            NodeConfig config = NodeConfig.read(file);
            assertThat(config.peerListen().getPort()).isEqualTo(port("peers"));
            assertThat(config.clientListen().getPort()).isEqualTo(port("clients"));
        }
        for (JsonNode each : documents("services.yaml")) {
            for (JsonNode port : each.at("/spec/ports")) {
                assertThat(port.path("port").asInt())
                        .isEqualTo(port(port.path("targetPort").asText()));
            }
            for (JsonNode rule : each.at("/spec/ingress")) {
                assertThat(rule.at("/ports/0/port").asInt())
                        .isIn(port("peers"), port("clients"), port("operators"));
            }
        }
    }

    @Test
    void operatorsAreServedApartFromClients() throws Exception {
        Path file = DIST.resolve("kubernetes/node.properties");
        assertThat(NodeConfig.read(file).operatorListen().orElseThrow().getPort())
                .isEqualTo(port("operators"));
        assertThat(NodeConfig.read(TEMPLATE).operatorListen()).isEmpty();
    }

    @Test
    void everySettingOfTheTemplateIsExplainedAndKnown() throws Exception {
        String text = Files.readString(TEMPLATE);
        Matcher settings = Pattern.compile("(?m)^(?:# )?([a-z.]+) =").matcher(text);
        Set<String> named = new TreeSet<>();
        while (settings.find()) {
            named.add(settings.group(1));
        }
        assertThat(named).contains("genesis", "data", "log.format", "timing.view.millis");
        // With every default uncommented it is the same configuration.
        Path all = Files.createTempFile("all", ".properties");
        try {
            Files.writeString(all, text.replaceAll("(?m)^# ([a-z.]+ =)", "$1"));
            NodeConfig read = NodeConfig.read(all);
            assertThat(read.timing()).isEqualTo(NodeConfig.read(TEMPLATE).timing());
            assertThat(read.logFormat()).isEqualTo("text");
            Files.writeString(all, Files.readString(all).replace("log.format", "log.formal"));
            assertThatThrownBy(() -> NodeConfig.read(all))
                    .hasMessageContaining("no such setting: log.formal");
        } finally {
            Files.delete(all);
        }
    }

    @Test
    void probesAskForPathsThatAreThere() throws Exception {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode get = container().path(probe).path("httpGet");
            assertThat(HttpApi.PATHS).contains(get.path("path").asText());
            assertThat(get.path("port").asText()).isEqualTo("operators");
        }
        assertThat(container().at("/readinessProbe/httpGet/path").asText()).isEqualTo("/ready");
        assertThat(container().at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health");
        assertThat(document("validators.yaml", "StatefulSet").at(
                "/spec/template/metadata/annotations/prometheus.io~1path").asText())
                .isEqualTo("/metrics").isIn(HttpApi.PATHS);
        assertThat(document("validators.yaml", "StatefulSet").at(
                "/spec/template/metadata/annotations/prometheus.io~1port").asText())
                .isEqualTo(Integer.toString(port("operators")));
    }

    @Test
    void thePodRunsACommandThatExists() throws Exception {
        List<String> arguments = new ArrayList<>();
        container().path("args").forEach(it -> arguments.add(
                it.asText().replace("$(FIRST_START)", firstStart())));
        CommandLine.ParseResult parsed =
                Main.commandLine().parseArgs(arguments.toArray(new String[0]));
        assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("node");
        assertThat(parsed.subcommand().hasMatchedOption("--init")).isTrue();
        // The configuration is where it is looked for.
        assertThat(mount("config").path("mountPath").asText() + "/node.properties")
                .isEqualTo(arguments.get(2));
    }

    private static String firstStart() {
        try {
            return document("first-start.yaml", "ConfigMap").at("/data/init").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode mount(String name) throws IOException {
        for (JsonNode mount : container().path("volumeMounts")) {
            if (mount.path("name").asText().equals(name)) {
                return mount;
            }
        }
        throw new AssertionError("no mount " + name);
    }

    /** Each pod finds the files that keygen writes, its own only, and its data on its volume. */
    @Test
    void filesAreWhereTheConfigurationSays() throws Exception {
        NodeConfig config = NodeConfig.read(DIST.resolve("kubernetes/node.properties"));
        Path keys = Path.of(mount("keys").path("mountPath").asText());
        assertThat(mount("keys").path("subPathExpr").asText()).isEqualTo("$(POD_NAME)");
        int replicas = document("validators.yaml", "StatefulSet").at("/spec/replicas").asInt();
        assertThat(replicas).isEqualTo(4);
        Set<String> expected = new TreeSet<>();
        Set<String> generated = new TreeSet<>();
        for (int pod = 0; pod < replicas; pod++) {
            for (Path file : List.of(config.key(), config.tlsCertificate(), config.tlsKey())) {
                assertThat(file.getParent()).isEqualTo(keys);
                String name = "quittance-" + pod + "." + file.getFileName();
                expected.add(name + " quittance-" + pod + "/" + file.getFileName());
                generated.add(name + "=files/quittance-" + pod + "/" + file.getFileName());
            }
        }
        Set<String> items = new TreeSet<>();
        for (JsonNode volume : pod().path("volumes")) {
            volume.at("/secret/items").forEach(item -> items.add(
                    item.path("key").asText() + " " + item.path("path").asText()));
        }
        assertThat(items).isEqualTo(expected);
        Set<String> files = new TreeSet<>();
        JsonNode kustomization = document("kustomization.yaml", "Kustomization");
        kustomization.at("/secretGenerator/0/files").forEach(it -> files.add(it.asText()));
        assertThat(files).isEqualTo(generated);
        assertThat(config.data().toString())
                .startsWith(mount("data").path("mountPath").asText() + "/");
        for (JsonNode resource : kustomization.path("resources")) {
            assertThat(DIST.resolve("kubernetes").resolve(resource.asText())).exists();
        }
    }

    @Test
    void selectorsSelectAndNobodyIsRoot() throws Exception {
        JsonNode set = document("validators.yaml", "StatefulSet");
        JsonNode labels = set.at("/spec/template/metadata/labels");
        assertThat(set.at("/spec/selector/matchLabels")).isEqualTo(labels);
        List<JsonNode> services = documents("services.yaml");
        assertThat(services).extracting(it -> it.path("kind").asText()).containsExactly(
                "Service", "Service", "PodDisruptionBudget", "NetworkPolicy");
        assertThat(services.get(0).at("/spec/selector")).isEqualTo(labels);
        assertThat(services.get(1).at("/spec/selector")).isEqualTo(labels);
        assertThat(services.get(2).at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(services.get(3).at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(set.at("/spec/serviceName")).isEqualTo(services.get(0).at("/metadata/name"));
        assertThat(services.get(0).at("/spec/clusterIP").asText()).isEqualTo("None");
        assertThat(services.get(0).at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
        assertThat(services.get(2).at("/spec/maxUnavailable").asInt()).isEqualTo(1);
        JsonNode user = pod().path("securityContext");
        assertThat(user.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(lines("USER")).containsExactly(
                user.path("runAsUser").asText() + ":" + user.path("runAsGroup").asText());
    }

    private static List<String> lines(String instruction) throws IOException {
        String file = Files.readString(DIST.resolve("container/Dockerfile"))
                .replaceAll("\\\\\n\\s*", "");
        try (Stream<String> lines = file.lines()) {
            return lines.filter(line -> line.startsWith(instruction + " "))
                    .map(line -> line.substring(instruction.length() + 1)).toList();
        }
    }

    @Test
    void theContainerIsMadeOfTheArchive() throws Exception {
        Pattern known = Pattern.compile("(?m)^(ARG|FROM|ADD|RUN|ENV|USER|WORKDIR|VOLUME|EXPOSE"
                + "|HEALTHCHECK|STOPSIGNAL|ENTRYPOINT|CMD) \\S");
        String file = Files.readString(DIST.resolve("container/Dockerfile"))
                .replaceAll("\\\\\n\\s*", "");
        assertThat(file.lines().filter(it -> !it.isBlank() && !it.startsWith("#")))
                .allMatch(line -> known.matcher(line).find());
        assertThat(lines("ADD")).containsExactly("quittance-${VERSION}.tar.gz /opt/");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<finalName>quittance-${project.version}</finalName>");
        assertThat(lines("EXPOSE")).containsExactly(port("peers") + " " + port("clients"));
        assertThat(lines("VOLUME")).containsExactly(mount("data").path("mountPath").asText());
        assertThat(lines("HEALTHCHECK").get(0)).contains(
                "CMD [\"quittance-health\", \"" + port("clients") + "\", \"/health\"]");
        assertThat(lines("ENTRYPOINT")).containsExactly("[\"quittance\"]");
        for (String script : List.of("quittance", "quittance-health")) {
            assertThat(Files.isExecutable(DIST.resolve("bin").resolve(script))).isTrue();
        }
        assertThat(Files.readString(DIST.resolve("bin/quittance")))
                .contains(Main.class.getName()).contains("exec \"$java\"");
    }
}
