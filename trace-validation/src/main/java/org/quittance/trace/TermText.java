package org.quittance.trace;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.quittance.trace.format.Event;
import org.quittance.trace.format.Names;
import org.quittance.trace.format.Term;

/** Events for people, as {@code Notarize(3c6ef362@7)}. */
public final class TermText {

    private final Names names;

    /** Digests get these names. */
    public TermText(Names names) {
        this.names = names;
    }

    /** The action and its arguments. */
    public String of(Event event) {
        return event.action().spelling() + "("
                + event.args().values().stream().map(this::of).collect(Collectors.joining(", "))
                + ")";
    }

    private String of(Term term) {
        return switch (term) {
            case Term.Int number -> String.valueOf(number.value());
            case Term.Str text -> text.value();
            case Term.Digest digest -> names.of(digest.value());
            case Term.Bool flag -> String.valueOf(flag.value());
            case Term.Tuple tuple -> "<<" + all(tuple.elements()) + ">>";
            case Term.SetOf set -> "{" + all(set.elements()) + "}";
            case Term.Rec rec -> record(rec.fields());
            case Term.Amount amount -> amount.value().toString();
            case Term.Fun function ->
                    function.entries().entrySet().stream()
                            .map(e -> e.getKey() + ": " + of(e.getValue()))
                            .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private String all(List<Term> terms) {
        return terms.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String record(Map<String, Term> fields) {
        if (fields.containsKey("digest")) {
            return text(fields.get("digest")) + "@" + text(fields.get("view"));
        }
        if (fields.get("args") instanceof Term.Rec args) {
            String arguments = all(List.copyOf(args.fields().values()));
            return text(fields.get("action")) + "(" + arguments + ")";
        }
        if (!fields.containsKey("view")) {
            return fields.entrySet().stream()
                    .map(f -> f.getKey() + ": " + of(f.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        String kind = text(fields.get("kind"));
        String about = kind.equals("nullify")
                ? text(fields.get("view"))
                : text(fields.get("block"));
        return fields.containsKey("signer")
                ? kind + " " + about + " by " + text(fields.get("signer"))
                : certificate(kind) + " " + about;
    }

    private String text(@Nullable Term term) {
        return term == null ? "?" : of(term);
    }

    private static String certificate(String kind) {
        return switch (kind) {
            case "notarize" -> "notarization";
            case "nullify" -> "nullification";
            default -> "finalization";
        };
    }
}
