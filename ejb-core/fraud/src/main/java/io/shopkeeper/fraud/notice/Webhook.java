package io.shopkeeper.fraud.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed requests. {@code Shopkeeper-Signature} is {@code t=SECONDS,kid=KEY,v1=HEX}, where
 * HEX is HMAC-SHA-256 of the secret over {@code SECONDS.BODY}: who checks it knows that the body
 * comes from this shop and, by the time, that it is no old one. Redirects are not followed. Safe
 * for use by several threads.
 */
final class Webhook {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TAKEN = 200;
  private static final int NOT_TAKEN = 300;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Sends it. The address is looked at again right before: a name may lead elsewhere by now.
   *
   * @param loopback whether this machine is allowed
   * @param internal whether addresses inside the house are
   */
  void send(NoticeLedger.Sending sending, Instant now, boolean loopback, boolean internal)
      throws NotTakenException {
    Optional<String> fault = WebhookAddress.fault(sending.address(), loopback, internal);
    if (fault.isPresent()) {
      throw new NotTakenException("The address " + fault.get() + ".");
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sending.address()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Shopkeeper")
            .header("Shopkeeper-Delivery", Long.toString(sending.id()))
            .header("Shopkeeper-Signature", signature(sending, now))
            .POST(BodyPublishers.ofString(sending.body()))
            .build();
    try {
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      if (answer.statusCode() < TAKEN || answer.statusCode() >= NOT_TAKEN) {
        throw new NotTakenException("It answered with status " + answer.statusCode() + ".");
      }
    } catch (IOException away) {
      throw new NotTakenException("It could not be reached: " + away, away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotTakenException("The server was stopped.", stopped);
    }
  }

  private static String signature(NoticeLedger.Sending sending, Instant now) {
    long seconds = now.getEpochSecond();
    return "t=%d,kid=%s,v1=%s"
        .formatted(seconds, sending.keyId(), sign(sending.secret(), seconds, sending.body()));
  }

  /** HMAC-SHA-256 of the secret over {@code SECONDS.BODY}, in hexadecimal. */
  static String sign(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
