package org.quittance.trace.format;

/** A file that is not a trace of the format. It says nothing about the run. */
public final class MalformedTraceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;

    /**
     * Makes an error for people.
     *
     * @param file the file as it was named by whoever asked
     * @param line from 1; 0 if no line is to blame
     * @param field the path of the field, such as "args.block.view"; "" for the whole line
     * @param what what is wrong, without a full stop
     * @param mend what to do about it, without a full stop
     */
    public MalformedTraceException(
            String file, int line, String field, String what, String mend) {
        super(place(file, line, field) + ": " + what + ". To mend it: " + mend + ".");
        this.file = file;
        this.line = line;
        this.field = field;
    }

    private static String place(String file, int line, String field) {
        String place = line == 0 ? file : file + ":" + line;
        return field.isEmpty() ? place : place + ": " + field;
    }

    /** The file, as it was named by whoever asked. */
    public String file() {
        return file;
    }

    /** The line, from 1; 0 if no line is to blame. */
    public int line() {
        return line;
    }

    /** The path of the field that is wrong; "" for the whole line. */
    public String field() {
        return field;
    }
}
