package org.quittance.sim.fault;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test classes until one fails, in a process in which the faulty classes come first. */
public final class CoreTests {

    /** What is printed before the name of the class that fails. */
    static final String FAILED = "FAILED ";
    /** What is printed if none does. */
    static final String PASSED = "PASSED ";

    private CoreTests() {}

    /** Runs the test classes of these names, in this order. */
    public static void main(String[] names) throws ClassNotFoundException {
        Launcher launcher = LauncherFactory.create();
        long tests = 0;
        for (String name : names) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            launcher.execute(LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Class.forName(name, false,
                            CoreTests.class.getClassLoader())))
                    .build(), listener);
            tests += listener.getSummary().getTestsSucceededCount();
            if (listener.getSummary().getTotalFailureCount() > 0) {
                listener.getSummary().printFailuresTo(new PrintWriter(System.err), 3);
                System.out.println(FAILED + name);
                System.exit(0);
            }
        }
        System.out.println(PASSED + tests);
        System.exit(0);
    }
}
