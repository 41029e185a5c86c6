package org.quittance.report;

import java.io.Writer;
import java.util.function.Consumer;

/**
 * Passes on the lines that are written to it up to the first blank one. What runs the models prints
 * its progress first and its tables after a blank line; the demo shows those in its verdict.
 */
final class ProgressLines extends Writer {

    private final Consumer<String> progress;
    private final StringBuilder line = new StringBuilder();
    private boolean over;

    ProgressLines(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        for (int k = offset; k < offset + length; k++) {
            if (text[k] == '\n') {
                end();
            } else if (text[k] != '\r') {
                line.append(text[k]);
            }
        }
    }

    private void end() {
        over |= line.isEmpty();
        if (!over) {
            progress.accept(line.toString());
        }
        line.setLength(0);
    }

    @Override
    public void flush() {
        // Lines are passed on when they end.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
