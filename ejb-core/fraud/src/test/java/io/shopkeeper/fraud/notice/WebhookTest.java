package io.shopkeeper.fraud.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.shopkeeper.fraud.boundary.notice.NoticeKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may go, and what they carry. */
class WebhookTest {

  private static final String BODY = "{\"event\":\"trial\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.215.14/hook",
        "ftp://93.184.215.14/hook",
        "https://user:word@93.184.215.14/hook",
        "https:///hook",
        "https://127.0.0.1/hook",
        "https://[::1]/hook",
        "https://0.0.0.0/hook",
        "https://10.1.2.3/hook",
        "https://172.16.0.1/hook",
        "https://192.168.1.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/hook",
        "https://198.18.0.1/hook",
        "https://[fc00::1]/hook",
        "https://[fe80::1]/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://[64:ff9b::a00:1]/hook",
        "https://[2002:a00:1::]/hook",
        "https://240.0.0.1/hook",
        "https://224.0.0.1/hook",
        "not an address",
        ""
      })
  void whatIsNotOnTheInternetIsRefused(String address) {
    assertThat(WebhookAddress.fault(address, false, false)).as(address).isPresent();
  }

  @Test
  void theInternetIsAllowedAndTheHouseWhereItIsSaidSo() {
    assertThat(WebhookAddress.fault("https://93.184.215.14/hook", false, false)).isEmpty();
    assertThat(WebhookAddress.fault("https://[2606:2800:21f::1]/hook", false, false)).isEmpty();
    assertThat(WebhookAddress.fault("https://10.1.2.3/hook", false, true)).isEmpty();
    assertThat(WebhookAddress.fault("http://10.1.2.3/hook", false, true)).isPresent();
    assertThat(WebhookAddress.fault("https://127.0.0.1/hook", false, true)).isPresent();
    assertThat(WebhookAddress.fault("http://127.0.0.1/hook", true, false)).isEmpty();
    assertThat(WebhookAddress.fault("https://169.254.169.254/hook", true, false)).isPresent();
  }

  /** Redirects are not followed: the first could lead into the house. */
  @Test
  void aRequestIsSignedOverTimeAndBodyAndOnlySuccessIsTaken() throws Exception {
    AtomicReference<String> signature = new AtomicReference<>();
    AtomicReference<String> received = new AtomicReference<>();
    AtomicInteger status = new AtomicInteger(204);
    HttpServer server = server(signature, received, status);
    try {
      var sending =
          new NoticeLedger.Sending(
              7,
              1,
              NoticeKind.WEBHOOK,
              "http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
              "wk_1",
              "whsec_abc",
              BODY);
      Instant now = Instant.ofEpochSecond(1_700_000_000);
      var webhook = new Webhook();
      webhook.send(sending, now, true, false);
      // printf '1700000000.{"event":"trial"}' | openssl dgst -sha256 -hmac whsec_abc
      assertThat(signature.get()).isEqualTo("t=1700000000,kid=wk_1,v1=" + EXPECTED);
      assertThat(received.get()).isEqualTo(BODY);
      for (int refused : new int[] {302, 404, 500}) {
        status.set(refused);
        assertThatThrownBy(() -> webhook.send(sending, now, true, false))
            .isInstanceOf(NotTakenException.class)
            .hasMessageContaining(Integer.toString(refused));
      }
      received.set("nothing");
      assertThatThrownBy(() -> webhook.send(sending, now, false, false))
          .isInstanceOf(NotTakenException.class)
          .hasMessageContaining("public Internet");
      assertThat(received.get()).as("not even asked").isEqualTo("nothing");
      assertThat(sending.toString()).doesNotContain("whsec");
    } finally {
      server.stop(0);
    }
  }

  private static final String EXPECTED =
      "c1a7040676a3836f9d3d35ca7419f3a99a0b3ab8d0c14bf0624b1073dee5879d";

  private static HttpServer server(
      AtomicReference<String> signature, AtomicReference<String> received, AtomicInteger status)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          signature.set(exchange.getRequestHeaders().getFirst("Shopkeeper-Signature"));
          received.set(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().set("Location", "/hook");
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
