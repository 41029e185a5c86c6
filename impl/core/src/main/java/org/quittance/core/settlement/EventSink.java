package org.quittance.core.settlement;

/** Where events go. */
@FunctionalInterface
public interface EventSink {

    /** Nobody is interested: then no event is even made. */
    EventSink NONE = new EventSink() {
        @Override
        public void on(Event event) {
            // Nobody is interested.
        }

        @Override
        public boolean isInterested() {
            return false;
        }
    };

    /** Takes the next event, in the order in which they happen. */
    void on(Event event);

    /** Are events worth making? The answer never changes. */
    default boolean isInterested() {
        return true;
    }
}
