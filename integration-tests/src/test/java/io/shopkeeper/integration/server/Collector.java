package io.shopkeeper.integration.server;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** A collector of traces that keeps what it is sent. Safe for use by several threads. */
public final class Collector implements AutoCloseable {

  private static final int GZIP_MAGIC = 0x1f;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final HttpServer server;

  private Collector(HttpServer server) {
    this.server = server;
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = plain(exchange.getRequestBody().readAllBytes());
          synchronized (received) {
            received.writeBytes(body);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** Listens on a free port of 127.0.0.1. */
  public static Collector start() {
    try {
      return new Collector(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static byte[] plain(byte[] body) throws IOException {
    if (body.length == 0 || body[0] != GZIP_MAGIC) {
      return body;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The bytes of all messages, as Latin letters: names and texts can be found in them. */
  public String received() {
    synchronized (received) {
      return received.toString(StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
