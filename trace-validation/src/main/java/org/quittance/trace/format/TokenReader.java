package org.quittance.trace.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads events that are written as the recorder writes them: the fields in their order, and nothing
 * out of the ordinary. A long trace is read by this alone. It gives up on whatever else there is,
 * and says nothing about it; {@link EventReader} then reads the line once more and tells what is
 * wrong, if anything is.
 */
final class TokenReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final Header header;
    private final Past past;
    private final TokenValues values;
    private final Map<String, Shape> shapes = new HashMap<>();

    /** An action and what its events look like. */
    private record Shape(Action action, TokenValues.Row args, TokenValues.Row post) {}

    TokenReader(Header header, Known known, Past past) {
        this.header = header;
        this.past = past;
        this.values = new TokenValues(known);
        for (Action action : header.spec().actions()) {
            shapes.put(
                    action.spelling(),
                    new Shape(
                            action,
                            new TokenValues.Row(action.args()),
                            new TokenValues.Row(action.post())));
        }
    }

    @Nullable Event read(int line, String text) {
        try (JsonParser in = JSON.createParser(text)) {
            return event(line, in);
        } catch (Unusual | IOException e) {
            return null;
        }
    }

    private Event event(int line, JsonParser in) throws IOException, Unusual {
        TokenValues.expect(in, JsonToken.START_OBJECT);
        int node = (int) number(in, "node");
        long seq = number(in, "seq");
        boolean first = past.only() < 0;
        if (!header.logs(node)
                || header.spec().isOfOneNode() && !first && past.only() != node
                || seq != past.count(node)) {
            throw Unusual.BECAUSE;
        }
        TokenValues.name(in, "cause");
        TokenValues.expect(in, JsonToken.START_OBJECT);
        String cause = in.nextFieldName();
        long causeSeq = -1;
        if (cause != null) {
            if (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw Unusual.BECAUSE;
            }
            causeSeq = in.getLongValue();
            TokenValues.expect(in, JsonToken.END_OBJECT);
        } else if (in.currentToken() != JsonToken.END_OBJECT) {
            throw Unusual.BECAUSE;
        }
        long time = number(in, "time");
        TokenValues.name(in, "action");
        TokenValues.expect(in, JsonToken.VALUE_STRING);
        Shape shape = shapes.get(in.getText());
        if (shape == null || time < 0) {
            throw Unusual.BECAUSE;
        }
        TokenValues.name(in, "args");
        Map<String, Term> args = values.row(in, shape.args());
        TokenValues.name(in, "post");
        Map<String, Term> post = values.row(in, shape.post());
        TokenValues.expect(in, JsonToken.END_OBJECT);
        if (in.nextToken() != null || cause != null && !isCause(cause, causeSeq, shape, args)) {
            throw Unusual.BECAUSE;
        }
        return new Event(line, node, seq, time, shape.action(), args, post);
    }

    private static long number(JsonParser in, String name) throws IOException, Unusual {
        TokenValues.name(in, name);
        TokenValues.expect(in, JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    private boolean isCause(String node, long seq, Shape shape, Map<String, Term> args) {
        TraceSpec.Cause rule = header.spec().cause();
        return rule != null
                && shape.action().spelling().equals(rule.effect())
                && node.equals(EventReader.signer(rule, args))
                && past.wasOrigin(Integer.parseInt(node), seq);
    }
}
