package org.quittance.node.net;

/** Where frames for other validators go. Never waits: what has no room is dropped and counted. */
public interface Links {

    /** Sends a frame to one other validator. */
    void send(int to, FrameType type, byte[] content);

    /** Sends a frame to all other validators. */
    void broadcast(FrameType type, byte[] content);
}
