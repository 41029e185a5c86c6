package org.quittance.trace.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What is special about merging the events of one spec. It is told of each event twice: when it was
 * read, in the order of its process, and when it is the next of the merged trace.
 */
interface Rules {

    /** The prefix of the names of its files. */
    String kind();

    /** Does the spec know that a process crashed? Else its lives follow each other without. */
    boolean knowsCrashes();

    /** The header of the merged trace is known. */
    void begin(JsonNode header);

    /** Follows one process as its events are read. */
    Reader reader();

    /** May this event of the node come next? */
    Readiness readiness(Item item, int node, Logs logs);

    /** Is this said by another node already? Then it is left out. */
    boolean isKnown(ObjectNode event);

    /** Nothing more will be learnt about what it waits for, other than a message. */
    void settle(Item item);

    /** The event is the next one, with this number at its node. */
    void took(Item item, int node, long seq) throws MergeException;

    /** How far the node has come, in views or heights. */
    long progress(int node);

    /** By how much a node may be ahead of another that is expected to go on. */
    long slack();

    /**
     * An event of a process.
     *
     * @param line where it stands, for people
     * @param since when it was first there, in nanoseconds
     * @param notes what the reader of its process has found out about it
     */
    record Item(ObjectNode event, String line, long since, Notes notes) {}

    /**
     * What the reader of a process says of an event.
     *
     * @param persisted the message that it makes durable; null if none
     * @param doubtful blocks in it that its node doesn't know to be valid
     */
    record Notes(@Nullable String persisted, List<ObjectNode> doubtful) {

        static final Notes NONE = new Notes(null, List.of());
    }

    /** Follows the events of one process in their order. */
    interface Reader {

        /** The process took this step. */
        Notes read(ObjectNode event) throws MergeException;

        /**
         * The steps that make so many records durable in all, which the process didn't live to
         * write down.
         *
         * @param durable what was found in its log afterwards, or what it knows of it at its end
         */
        List<ObjectNode> finish(long durable) throws MergeException;

        /** So many events, of those read last, are taken back if the process begins again now. */
        default int tentative() {
            return 0;
        }

        /** Was this message on its way to the disk when the process was heard of last? */
        boolean isPending(String message);
    }

    /** Whose files are here. */
    interface Logs {

        boolean has(int node);
    }

    /** May an event come next? */
    sealed interface Readiness {

        /** It may, and this is its cause. */
        record Ready(ObjectNode cause) implements Readiness {}

        /**
         * It waits for another.
         *
         * @param node whose event; -1 if that of anybody
         * @param message what must be durable there, if it is a message
         * @param what for people
         */
        record Waits(int node, String message, String what) implements Readiness {

            /** For an event of anybody. */
            static Waits forOthers(String what) {
                return new Waits(-1, "", what);
            }

            /** For an event that makes a message durable. */
            static Waits forMessage(int node, String message, String what) {
                return new Waits(node, message, what);
            }
        }

        /** Somebody may still say something about it. */
        record Unclear(String what) implements Readiness {}
    }
}
