package org.quittance.node.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.quittance.node.setup.TlsIdentity;

/**
 * Those whom nobody knows: some send noise, some show a certificate of their own and then noise,
 * some only hold places.
 */
final class Strangers implements AutoCloseable {

    private static final int HELD = 100;
    private static final int NOISE = 1 << 16;

    private final InetSocketAddress target;
    private final SSLContext tls;
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Socket> held = new ArrayList<>();
    private volatile boolean running = true;

    Strangers(Path directory, InetSocketAddress target) throws Exception {
        this.target = target;
        this.tls = context(directory);
        for (int k = 0; k < HELD; k++) {
            Socket socket = new Socket();
            socket.connect(target);
            held.add(socket);
        }
        threads.add(Thread.ofPlatform().start(() -> call(false)));
        threads.add(Thread.ofPlatform().start(() -> call(true)));
    }

    private static SSLContext context(Path directory) throws Exception {
        Path certificate = directory.resolve("stranger.pem");
        Path key = directory.resolve("stranger.key");
        TlsIdentity.create(certificate, key, "stranger", Duration.ofDays(1));
        TlsIdentity identity = TlsIdentity.read(certificate, key);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("stranger", identity.key(), new char[0],
                new Certificate[] {identity.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), new TrustManager[] {new Trusting()}, null);
        return context;
    }

    private void call(boolean encrypted) {
        byte[] noise = new byte[NOISE];
        while (running) {
            try (Socket socket = encrypted
                            ? tls.getSocketFactory().createSocket() : new Socket()) {
                socket.connect(target);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream();
                // Until the other side has had enough; it says so by closing.
                for (int k = 0; k < 100 && in.available() == 0; k++) {
                    out.write(noise);
                    bytes.addAndGet(noise.length);
                }
                in.readAllBytes();
            } catch (IOException e) {
                // Refused, as it should be.
            }
            ended.incrementAndGet();
        }
    }

    /** So many connections have ended. */
    long ended() {
        return ended.get();
    }

    long bytes() {
        return bytes.get();
    }

    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        for (Socket socket : held) {
            socket.close();
        }
    }

    /** Believes anyone. */
    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
