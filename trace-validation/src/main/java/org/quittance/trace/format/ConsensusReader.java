package org.quittance.trace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the values of consensus, and remembers every block and view that it meets: one digest is
 * one block in the whole trace.
 */
final class ConsensusReader {

    private static final List<String> VOTES = List.of("notarize", "nullify", "finalize");
    private static final List<String> MESSAGES =
            List.of("propose", "notarize", "nullify", "finalize");

    private final int validators;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final SortedSet<Integer> views = new TreeSet<>();

    /**
     * A reader for one trace.
     *
     * @param genesis the digest of the genesis block; "" if there is none
     */
    ConsensusReader(int validators, String genesis) {
        this.validators = validators;
        if (!genesis.isEmpty()) {
            blocks.put(genesis, Block.genesis(genesis));
        }
    }

    Map<String, Block> blocks() {
        return blocks;
    }

    SortedSet<Integer> views() {
        return views;
    }

    Term read(JsonObject in, String name, FieldType.Consensus type)
            throws MalformedTraceException {
        return switch (type) {
            case VIEW -> new Term.Int(view(in, name));
            case BLOCK -> block(in.object(name)).term();
            case PATH -> path(in, name);
            case MESSAGE -> message(in.object(name)).term();
            case QUEUE -> new Term.Tuple(messages(in, name).stream().map(Message::term).toList());
            case MESSAGES -> {
                List<Message> set = messages(in, name);
                sorted(in, name, set, Message.ORDER);
                yield new Term.SetOf(set.stream().map(Message::term).toList());
            }
            case CERTIFICATE -> certificate(in.object(name)).term();
            case CERTIFICATES -> certificates(in, name);
            case SIGNERS -> signers(in, name);
        };
    }

    private int view(JsonObject in, String name) throws MalformedTraceException {
        int view = (int) in.number(name, 0, FieldType.MOST);
        views.add(view);
        return view;
    }

    private Block block(JsonObject in) throws MalformedTraceException {
        String digest = in.digest("digest");
        int view = view(in, "view");
        int parentView = view(in, "parentView");
        Block known = blocks.get(digest);
        boolean isGenesis = known != null && known.view() == 0;
        String parent = isGenesis ? in.string("parent") : in.digest("parent");
        Block block = new Block(digest, view, parentView, parent, in.flag("valid"));
        in.end();
        if (known != null && !known.equals(block)) {
            throw in.error(
                    "",
                    "this block and " + known + " have one digest",
                    "write a block alike wherever it occurs, the genesis block with view 0,"
                            + " parentView 0, parent \"none\" and valid true");
        }
        blocks.putIfAbsent(digest, block);
        return block;
    }

    private Term path(JsonObject in, String name) throws MalformedTraceException {
        List<Term> path = new ArrayList<>();
        List<JsonNode> elements = in.list(name);
        for (int k = 0; k < elements.size(); k++) {
            path.add(block(in.element(name, k, elements.get(k))).term());
        }
        return new Term.Tuple(path);
    }

    private Message message(JsonObject in) throws MalformedTraceException {
        String kind = in.oneOf("kind", MESSAGES);
        int signer = (int) in.number("signer", 0, validators - 1);
        int view = view(in, "view");
        Block block = kind.equals("nullify") ? Block.NONE : block(in.object("block"));
        in.end();
        return new Message(kind, signer, view, block);
    }

    private List<Message> messages(JsonObject in, String name) throws MalformedTraceException {
        List<Message> messages = new ArrayList<>();
        List<JsonNode> elements = in.list(name);
        for (int k = 0; k < elements.size(); k++) {
            messages.add(message(in.element(name, k, elements.get(k))));
        }
        return messages;
    }

    private Certificate certificate(JsonObject in) throws MalformedTraceException {
        String kind = in.oneOf("kind", VOTES);
        int view = view(in, "view");
        Block block = kind.equals("nullify") ? Block.NONE : block(in.object("block"));
        in.end();
        return new Certificate(kind, view, block);
    }

    private Term certificates(JsonObject in, String name) throws MalformedTraceException {
        List<Certificate> set = new ArrayList<>();
        List<JsonNode> elements = in.list(name);
        for (int k = 0; k < elements.size(); k++) {
            set.add(certificate(in.element(name, k, elements.get(k))));
        }
        sorted(in, name, set, Certificate.ORDER);
        return new Term.SetOf(set.stream().map(Certificate::term).toList());
    }

    private Term signers(JsonObject in, String name) throws MalformedTraceException {
        List<Integer> signers = new ArrayList<>();
        for (JsonNode element : in.list(name)) {
            signers.add((int) in.number(name, element, 0, validators - 1));
        }
        sorted(in, name, signers, Comparator.naturalOrder());
        return new Term.SetOf(signers.stream().<Term>map(Term.Int::new).toList());
    }

    private static <T> void sorted(
            JsonObject in, String name, List<T> set, Comparator<? super T> order)
            throws MalformedTraceException {
        for (int k = 1; k < set.size(); k++) {
            if (order.compare(set.get(k - 1), set.get(k)) >= 0) {
                throw in.error(
                        name + "[" + k + "]",
                        "the set is not in strictly ascending order",
                        "write each element once, messages and certificates by view, kind and"
                                + " digest, validators by index");
            }
        }
    }
}
