package org.quittance.node.cli;

import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.node.ExitCode;
import org.quittance.node.Refusal;
import org.quittance.node.setup.Addresses;
import org.quittance.node.setup.Defaults;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.OwnFiles;
import org.quittance.node.setup.TlsIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the file that all validators of a chain start from. */
@Command(
        name = "genesis",
        description = "Makes the genesis of a chain from the keys of those who take part.",
        mixinStandardHelpOptions = true)
public final class GenesisCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "where it goes; must not exist yet")
    private @Nullable Path out;

    @Option(names = "--chain", required = true, paramLabel = "NAME",
            description = "letters and digits; a digest is added")
    private @Nullable String chain;

    @Option(names = "--validator", required = true, paramLabel = "DIRECTORY,HOST:PORT,STAKE",
            description = "a validator's files, where others reach it, and its stake; its key"
                    + " owns an account, too")
    private List<String> validators = new ArrayList<>();

    @Option(names = "--account", paramLabel = "FILE,CASH", description = "a key and its cash")
    private List<String> accounts = new ArrayList<>();

    @Option(names = "--custodian", paramLabel = "FILE", description = "a custodian's key")
    private List<Path> custodians = new ArrayList<>();

    @Option(names = "--governor", paramLabel = "FILE", description = "a governor's key")
    private List<Path> governors = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a parameter of settlement")
    private SortedMap<String, Long> parameters = new TreeMap<>();

    @Option(names = "--max-lag", defaultValue = "32",
            description = "so many final blocks may be without a quittance"
                    + " (default: ${DEFAULT-VALUE})")
    private long maxLag;

    @Override
    public Integer call() throws Exception {
        Path file = out;
        String name = chain;
        if (file == null || name == null) {
            throw Usage.wrong(spec, "--out and --chain are needed");
        }
        List<GenesisFile.Account> all = new ArrayList<>();
        List<GenesisFile.Member> members = new ArrayList<>();
        for (String validator : validators) {
            members.add(member(validator, all));
        }
        for (String account : accounts) {
            String[] parts = parts(account, 2, "--account FILE,CASH");
            all.add(new GenesisFile.Account(
                    publicKey(Path.of(parts[0])), number(parts[1])));
        }
        SortedMap<String, Long> values = Defaults.parameters();
        values.putAll(parameters);
        write(file, name, new GenesisFile("", maxLag, all, members,
                publicKeys(custodians), publicKeys(governors), values));
        Usage.print(spec, "wrote " + file);
        return 0;
    }

    /** Writes a genesis, unless nobody could read it. */
    static GenesisFile write(Path out, String chain, GenesisFile unnamed) throws Refusal {
        GenesisFile named = unnamed.named(chain);
        try {
            named.validatorSet();
            named.settlement();
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "no genesis is made of this: "
                    + Refusal.reason(e));
        }
        OwnFiles.write(out, named.text());
        return named;
    }

    private GenesisFile.Member member(String text, List<GenesisFile.Account> all)
            throws Refusal {
        String[] parts = parts(text, 3, "--validator DIRECTORY,HOST:PORT,STAKE");
        Path directory = Path.of(parts[0]);
        try {
            Addresses.parse("the address of " + directory, parts[1]);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(spec, Refusal.reason(e));
        }
        GenesisFile.Member member =
                member(directory, parts[1], number(parts[2]), all.size());
        all.add(new GenesisFile.Account(member.key(), 0));
        return member;
    }

    /** The entry of a validator whose files are in this directory. */
    static GenesisFile.Member member(Path directory, String address, long stake, int owner)
            throws Refusal {
        try {
            return new GenesisFile.Member(
                    publicKey(directory.resolve(KeygenCommand.KEY)), stake, owner,
                    TlsIdentity.fingerprint(TlsIdentity.readCertificate(
                            directory.resolve(KeygenCommand.CERTIFICATE))),
                    address);
        } catch (CertificateException e) {
            throw new Refusal(ExitCode.BAD_INPUT, directory + ": " + Refusal.reason(e));
        }
    }

    private static List<String> publicKeys(List<Path> files) throws Refusal {
        List<String> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(publicKey(file));
        }
        return keys;
    }

    private static String publicKey(Path file) throws Refusal {
        return KeyFile.read(file).publicKey().bytes().hex();
    }

    private String[] parts(String text, int count, String shape) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw Usage.wrong(spec, "\"" + text + "\" is not " + shape);
        }
        return parts;
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Usage.wrong(spec, "\"" + text + "\" is not a number");
        }
    }
}
