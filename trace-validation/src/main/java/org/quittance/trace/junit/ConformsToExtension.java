package org.quittance.trace.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;
import org.quittance.trace.conformance.Conformance;
import org.quittance.trace.conformance.TraceRecorder;

/** Records the run of a test, and validates it when the test is over. */
public final class ConformsToExtension
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ConformsToExtension.class);
    private static final Pattern INVOCATION = Pattern.compile("\\[[^\\[]*invocation:#(\\d+)\\]$");

    /** A run that is being recorded. */
    private record Recording(Conformance spec, TraceRecorder recorder, Path file) {}

    /** For JUnit. */
    public ConformsToExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        ConformsTo wanted = wanted(context);
        String name = name(context);
        Path file = Path.of(wanted.traces(), name + ".ndjson");
        try {
            Conformance spec = Conformance.to(Path.of(wanted.value()));
            Recording recording = new Recording(spec, spec.recorder(file, name), file);
            context.getStore(NAMESPACE).put(Recording.class, recording);
        } catch (IOException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Recording recording = recording(context);
        if (recording == null) {
            return;
        }
        TraceRecorder recorder = recording.recorder();
        recorder.close();
        Throwable thrown = context.getExecutionException().orElse(null);
        if (thrown instanceof TestAbortedException || thrown != null && recorder.events() == 0) {
            // It says itself what is wrong.
            return;
        }
        String problem = recorder.problem();
        if (problem != null) {
            throw new IllegalStateException("the run was not recorded: " + problem);
        }
        if (recorder.events() == 0) {
            throw new AssertionError(
                    "no step was logged, so that nothing was checked: take a TraceRecorder as a"
                            + " parameter of the test, and hand it to the program");
        }
        recording.spec().require(recording.file());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TraceRecorder.class
                && recording(context) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Recording recording = recording(context);
        if (recording == null) {
            throw new ExtensionConfigurationException("a TraceRecorder is for one test only");
        }
        return recording.recorder();
    }

    private static @Nullable Recording recording(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Recording.class, Recording.class);
    }

    /** That of the method comes before that of the class, and that before one around it. */
    private static ConformsTo wanted(ExtensionContext context) {
        for (ExtensionContext at = context; at != null; at = at.getParent().orElse(null)) {
            ConformsTo found =
                    AnnotationSupport.findAnnotation(at.getElement(), ConformsTo.class)
                            .orElse(null);
            if (found != null) {
                return found;
            }
        }
        throw new ExtensionConfigurationException(
                "annotate the test or its class with @ConformsTo");
    }

    /** The class and the method, and of a test that runs repeatedly the number of the run. */
    private static String name(ExtensionContext context) {
        Matcher invocation = INVOCATION.matcher(context.getUniqueId());
        return context.getRequiredTestClass().getName()
                + "." + context.getRequiredTestMethod().getName()
                + (invocation.find() ? "-" + invocation.group(1) : "");
    }
}
