package org.quittance.trace.tlc;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Loads TLC once more, and what talks to it. TLC keeps the spec, the names of its variables and
 * much else in static fields, so that one copy of its classes serves one spec. Everything else is
 * shared with the loader above, so that traces and results pass between the two.
 */
final class TlcLoader extends ClassLoader {

    private static final List<String> OWN =
            List.of(
                    "tlc2.",
                    "tla2sany.",
                    "util.",
                    "pcal.",
                    "org.quittance.trace.amount.",
                    "org.quittance.trace.reached.tlc.",
                    "org.quittance.trace.replay.tlc.",
                    "org.quittance.trace.spec.sany.",
                    "org.quittance.transitions.tlc.");

    private final ClassLoader above;

    TlcLoader(ClassLoader above) {
        super(above);
        this.above = above;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String resource = name.replace('.', '/') + ".class";
        try (@Nullable InputStream in = above.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
