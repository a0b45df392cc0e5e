package io.shopkeeper.integration.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ShopServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the console, without a browser: signs in and asks for pages. */
final class ConsoleSession {

  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI console;

  ConsoleSession(ShopServer shop) {
    console = shop.base().resolve("console/");
    String door = get("sign-in");
    var form = new StringBuilder("door=door&door:enter=Sign+in&door:username=admin&door:password=");
    form.append(encode(shop.administratorPassword()));
    Matcher hidden = HIDDEN.matcher(door);
    while (hidden.find()) {
      form.append('&').append(encode(hidden.group(1))).append('=').append(encode(hidden.group(2)));
    }
    String page =
        send(
            HttpRequest.newBuilder(console.resolve("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    assertThat(page).as("signed in").contains("id=\"leave\"");
  }

  /** A page of the console. */
  String get(String path) {
    return send(HttpRequest.newBuilder(console.resolve(path)).GET());
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
      return answer.body();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
