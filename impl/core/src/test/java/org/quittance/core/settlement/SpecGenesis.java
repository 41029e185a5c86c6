package org.quittance.core.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quittance.core.base.PublicKey;
import org.quittance.core.transitions.Tla;
import org.quittance.core.transitions.Transitions;

/** The constants of a model as a genesis: what everyone begins with is in the states instead. */
final class SpecGenesis {

    private SpecGenesis() {}

    static Genesis of(Transitions corpus) {
        SortedMap<String, Long> parameters = new TreeMap<>();
        World.parameters().keySet().forEach(
                name -> parameters.put(name, Tla.number(corpus.constant(name))));
        List<Genesis.Account> accounts = new ArrayList<>();
        List<Genesis.Validator> validators = new ArrayList<>();
        Tla.function(owners(corpus)).forEach((validator, owner) -> {
            int id = validators.size();
            accounts.add(new Genesis.Account(World.key("account", id), 0));
            validators.add(new Genesis.Validator(
                    World.key("validator", id), Math.toIntExact(Tla.number(owner)), 0));
        });
        return new Genesis(Parameters.of(parameters), accounts, validators,
                keys("custodian", corpus.constant("Custodians")),
                keys("governor", corpus.constant("Governors")));
    }

    private static Object owners(Transitions corpus) {
        return corpus.constant("Owner");
    }

    private static List<PublicKey> keys(String role, Object members) {
        return Tla.list(members).stream()
                .map(member -> World.key(role, Math.toIntExact(Tla.number(member))))
                .toList();
    }
}
