package org.quittance.node.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.core.base.PublicKey;
import org.quittance.node.setup.KeyFile;
import org.quittance.node.setup.TlsIdentity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the keys of a validator, or of anyone else. */
@Command(
        name = "keygen",
        description = "Makes a signing key; for a validator also a TLS key and certificate.",
        mixinStandardHelpOptions = true)
public final class KeygenCommand implements Callable<Integer> {

    /** The names of the files. */
    static final String KEY = "validator.key.json";

    static final String CERTIFICATE = "tls.cert.pem";
    static final String TLS_KEY = "tls.key.pem";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--validator", paramLabel = "DIRECTORY",
            description = "where the three files of a validator go")
    private @Nullable Path validator;

    @Option(names = "--key", paramLabel = "FILE",
            description = "where a single key goes: of an account, a custodian or a governor")
    private @Nullable Path key;

    @Option(names = "--days", defaultValue = "730",
            description = "how long the certificate is valid (default: ${DEFAULT-VALUE})")
    private int days;

    @Override
    public Integer call() throws Exception {
        if ((validator == null) == (key == null) || days < 1) {
            throw Usage.wrong(spec, "give either --validator or --key, and at least one day");
        }
        if (key != null) {
            print("key " + KeyFile.create(key).bytes().hex());
        }
        if (validator != null) {
            make(validator, "quittance-validator", Duration.ofDays(days));
            print("wrote " + validator);
        }
        return 0;
    }

    /** Makes the files of a validator. */
    static PublicKey make(Path directory, String name, Duration valid) throws Exception {
        PublicKey made = KeyFile.create(directory.resolve(KEY));
        TlsIdentity.create(directory.resolve(CERTIFICATE), directory.resolve(TLS_KEY),
                name, valid);
        return made;
    }

    private void print(String line) {
        Usage.print(spec, line);
    }
}
