package org.quittance.trace.merge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines of the files of nodes, with just as much in them as merging looks at. */
final class LifeLines {

    static final String END = "{'end':true,'durable':0}";

    private LifeLines() {}

    /** The first line of a life. */
    static String header(int node, int life, int durable) {
        return "{'format':'quittance-node-trace','version':1,'node':" + node + ",'life':" + life
                + ",'durable':" + durable
                + ",'header':{'format':'quittance-trace','validators':[0,1,2],'byzantine':[],"
                + "'parameters':{'MaxLag':2}}}";
    }

    static String end(int durable) {
        return "{'end':true,'durable':" + durable + "}";
    }

    static String event(int node, long seq, String action, String args, String post) {
        return "{'node':" + node + ",'seq':" + seq + ",'cause':{},'time':0,'action':'" + action
                + "','args':{" + args + "},'post':{" + post + "}}";
    }

    static String block(long view, boolean valid) {
        return "{'digest':'" + String.format("%064x", view) + "','view':" + view
                + ",'parentView':" + (view - 1) + ",'parent':'" + (view == 1 ? "none" : "ab")
                + "','valid':" + valid + "}";
    }

    static String vote(int signer, long view, boolean valid) {
        return "{'kind':'notarize','signer':" + signer + ",'view':" + view + ",'block':"
                + block(view, valid) + "}";
    }

    static String notarize(int node, long seq, long view, boolean valid) {
        return event(node, seq, "Notarize", "", "'pending':[" + vote(node, view, valid) + "]");
    }

    static String persist(int node, long seq, long view) {
        return event(node, seq, "Persist", "",
                "'pending':[],'durable':[" + vote(node, view, true) + "]");
    }

    static String receive(int node, long seq, int signer, long view) {
        return event(node, seq, "Receive", "'message':" + vote(signer, view, false), "");
    }

    static String enter(int node, long seq, long view) {
        return event(node, seq, "EnterView", "'view':" + view, "'view':" + view);
    }

    static String commit(int node, long seq, long view) {
        return event(node, seq, "Commit", "'path':[" + block(view, true) + "]",
                "'committed':" + block(view, true));
    }

    static String restart(int node, long seq) {
        return event(node, seq, "Restart", "", "'up':true,'view':1,'pending':[]");
    }

    /** Adds whole lines to a file; quotes are written as apostrophes. */
    static void add(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines).replace('\'', '"') + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
