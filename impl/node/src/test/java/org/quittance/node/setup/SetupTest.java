package org.quittance.node.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.node.Refusal;
import org.quittance.node.cluster.ClusterFiles;

class SetupTest {

    @TempDir
    private Path directory;

    private Path home;
    private Path configuration;

    @BeforeEach
    void make() throws Exception {
        ClusterFiles files = ClusterFiles.create(directory.resolve("cluster"), true);
        home = files.home(0);
        configuration = home.resolve("node.properties");
    }

    @Test
    void theTemplateIsAConfiguration() throws Exception {
        NodeConfig config = NodeConfig.read(configuration);
        assertThat(config.trace()).isPresent();
        assertThat(config.batchMillis()).isEqualTo(50);
        assertThat(config.emptyBlockMillis()).isEqualTo(200);
        assertThat(config.data()).isEqualTo(home.resolve("data"));
        assertThat(GenesisFile.read(config.genesis()).validators()).hasSize(4);
    }

    @Test
    void anUnknownSettingIsNamed() throws Exception {
        Files.writeString(configuration, Files.readString(configuration) + "\npeer.lsten = x\n");
        refused(() -> NodeConfig.read(configuration), "no such setting: peer.lsten");
    }

    @Test
    void aMissingSettingIsNamed() throws Exception {
        Files.writeString(configuration, Files.readString(configuration)
                .replaceAll("(?m)^peer.listen.*$", ""));
        refused(() -> NodeConfig.read(configuration), "setting peer.listen is missing");
    }

    @Test
    void aValueOutOfRangeIsNamed() throws Exception {
        Files.writeString(configuration,
                Files.readString(configuration) + "\nempty.block.millis = 0\n");
        refused(() -> NodeConfig.read(configuration), "empty.block.millis must be 1 to");
        Files.writeString(configuration,
                Files.readString(configuration).replace("millis = 0", "millis = soon"));
        refused(() -> NodeConfig.read(configuration), "must be a number, but is \"soon\"");
    }

    @Test
    void whoChangesGenesisHasAnotherChain() throws Exception {
        Path file = directory.resolve("cluster/genesis.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"maxLag\" : 32", "\"maxLag\" : 33"));
        refused(() -> GenesisFile.read(file), "does not end with the digest of the rest");
        Files.writeString(file, text);
        assertThat(GenesisFile.read(file).text()).isEqualTo(text);
    }

    @Test
    void aKeyIsForItsOwnerOnlyAndNeverOverwritten() throws Exception {
        Path key = home.resolve("validator.key.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        refused(() -> KeyFile.create(key), "exists already");
    }

    @Test
    void halvesOfDifferentKeysAreRefusedWithoutSayingThem() throws Exception {
        Path key = home.resolve("validator.key.json");
        String secret = Files.readString(key).replaceAll("(?s).*\"private\" : \"(\\w+)\".*", "$1");
        Path other = directory.resolve("cluster/node-1/validator.key.json");
        Files.writeString(key, Files.readString(other)
                .replaceAll("\"private\" : \"\\w+\"", "\"private\" : \"" + secret + "\""));
        assertThatThrownBy(() -> KeyFile.read(key))
                .isInstanceOf(Refusal.class).hasMessageContaining("is not a key")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(secret));
    }

    @Test
    void aMissingFileIsNamed() {
        Path none = directory.resolve("none");
        refused(() -> NodeConfig.read(none), "there is no file " + none);
        refused(() -> GenesisFile.read(none), "there is no file " + none);
        refused(() -> KeyFile.read(none), "there is no file " + none);
        refused(() -> TlsIdentity.read(none, none), "there is no file " + none);
    }

    private static void refused(
            ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
