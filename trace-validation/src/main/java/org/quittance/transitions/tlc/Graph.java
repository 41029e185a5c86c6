package org.quittance.transitions.tlc;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.quittance.trace.replay.tlc.FolderResolver;
import org.quittance.transitions.GraphSource;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.FilenameToStream;
import util.ToolIO;

/** The state graph of a model, as TLC evaluates it. */
public final class Graph implements GraphSource {

    /** For {@link java.lang.reflect.Constructor#newInstance}. */
    public Graph() {}

    @Override
    public Summary walk(Path folder, String root, Visitor to) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            ToolIO.out = out;
            ToolIO.err = out;
            // Without this all states have one fingerprint.
            FP64.Init(0);
            FilenameToStream resolver = new FolderResolver(folder);
            FastTool tool = new FastTool(folder.toString(), root, root, resolver);
            if (tool.checkAssumptions() != 0) {
                throw new IOException("an assumption of " + root + " is false");
            }
            Model model = new Model(tool);
            Told told = model.isSeenByEach() ? new Seen(model, to) : new Whole(model, to);
            long taken = new Walk(model, told).run();
            return new Summary(told.variables(), told.values(), model.constants(),
                    modules(tool.getModuleFiles(resolver)), taken);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new IOException(root + " can't be evaluated: " + e + "\n"
                    + said.toString(StandardCharsets.UTF_8), e);
        }
    }

    private static List<String> modules(List<File> files) {
        return files.stream().map(File::getName).distinct().sorted().toList();
    }
}
