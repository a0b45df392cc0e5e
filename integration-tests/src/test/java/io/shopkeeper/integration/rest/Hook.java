package io.shopkeeper.integration.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes webhooks, and checks them as their receiver would. */
final class Hook implements AutoCloseable {

  private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+),kid=wk_\\w+,v1=([0-9a-f]+)");

  private final HttpServer server;
  private final AtomicInteger status = new AtomicInteger(204);
  private final List<Request> taken = new CopyOnWriteArrayList<>();

  private record Request(String signature, String body) {}

  Hook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (status.get() < 300) {
      taken.add(new Request(exchange.getRequestHeaders().getFirst("Shopkeeper-Signature"), body));
    }
    exchange.sendResponseHeaders(status.get(), -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void status(int next) {
    status.set(next);
  }

  /** The body of a message of an event that this secret signed. */
  Optional<String> taken(String event, String secret) {
    return taken.stream()
        .filter(request -> request.body().contains("\"" + event + "\""))
        .filter(request -> genuine(request, secret))
        .map(Request::body)
        .findFirst();
  }

  private static boolean genuine(Request request, String secret) {
    Matcher parts = SIGNATURE.matcher(String.valueOf(request.signature()));
    return parts.matches()
        && parts.group(2).equals(sign(secret, parts.group(1) + "." + request.body()));
  }

  private static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
