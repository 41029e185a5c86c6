package org.quittance.node.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quittance.node.setup.Defaults;
import org.quittance.node.setup.GenesisFile;
import org.quittance.node.setup.NodeConfig;
import org.quittance.sim.host.Keys;

/** What people write: genesis, configurations, commands. */
final class SeedTexts {

    static final String[] COMMANDS = {
        """
        {"type":"Place","account":4,"nonce":0,"series":1,"side":"buy","price":7,\
        "quantity":1,"kind":"gtc"}""",
        """
        {"type":"ListGroup","group":1,"expiry":9}""",
        """
        {"type":"Deposit","ext":1,"account":0,"key":"%s","amount":5}"""
                .formatted("ab".repeat(32))
    };

    private SeedTexts() {}

    /** A genesis whose validators have the first accounts, and are its custodians and governors. */
    static GenesisFile genesis(Keys keys) {
        List<GenesisFile.Account> accounts = new ArrayList<>();
        List<GenesisFile.Member> validators = new ArrayList<>();
        for (int v = 0; v < keys.signers().size(); v++) {
            String key = keys.signers().get(v).publicKey().bytes().hex();
            accounts.add(new GenesisFile.Account(key, 1_000));
            validators.add(new GenesisFile.Member(key, 1_000_000, v,
                    Decoder.digestOf(new byte[] {(byte) v}).hex(), "127.0.0.1:" + (7_000 + v)));
        }
        List<String> members = accounts.stream().map(GenesisFile.Account::key).limit(3).toList();
        return new GenesisFile("", 32, accounts, validators, members, members,
                Defaults.parameters()).named("fuzz");
    }

    /** The commented configuration. */
    static String configuration() throws IOException {
        try (InputStream in = NodeConfig.class.getResourceAsStream("/" + NodeConfig.TEMPLATE)) {
            if (in == null) {
                throw new IOException("no template");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
