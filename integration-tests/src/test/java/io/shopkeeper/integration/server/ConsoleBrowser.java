package io.shopkeeper.integration.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: cookies, pages, forms. Redirects are seen, not followed. */
public final class ConsoleBrowser {

  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private static final String BOUNDARY = "----file-of-a-browser-without-scripts";

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI shop;

  public ConsoleBrowser(URI shop) {
    this.shop = shop;
  }

  /**
   * A page.
   *
   * @param location where a redirect leads; empty if it is none
   */
  public record Page(int status, HttpHeaders headers, String text) {

    /** Where it leads; empty for nowhere. */
    public String location() {
      return headers.firstValue("Location").orElse("");
    }
  }

  /** Opens an address of the shop, such as {@code console/models}. */
  public Page get(String path) {
    return send(HttpRequest.newBuilder(shop.resolve(path)).GET());
  }

  /** Opens an address and follows where it leads. */
  public Page follow(String address) {
    Page page = get(address);
    for (int i = 0; i < 10 && !page.location().isEmpty(); i++) {
      page = get(page.location());
    }
    return page;
  }

  /**
   * Sends a form of a page that was opened, with its hidden fields.
   *
   * @param path of the page
   * @param form its id
   * @param fields names without the form's and values
   */
  public Page submit(String path, Page page, String form, Map<String, String> fields) {
    Map<String, String> values = hidden(page, form);
    fields.forEach(
        (name, value) ->
            values.put(name.startsWith("!") ? name.substring(1) : form + ":" + name, value));
    String body =
        values.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(shop.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /**
   * Sends a form with a file, as a browser does.
   *
   * @param field of the file, without the form's id
   * @param button that is pressed, without the form's id
   */
  public Page upload(String path, Page page, String form, String field, Path file, String button)
      throws FileNotFoundException {
    Map<String, String> values = hidden(page, form);
    values.put(form + ":" + button, "x");
    String part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
    var head = new StringBuilder();
    values.forEach(
        (name, value) ->
            head.append(part.formatted(BOUNDARY, name, "")).append(value).append("\r\n"));
    String named =
        "; filename=\"" + file.getFileName() + "\"\r\nContent-Type: application/octet-stream";
    head.append(part.formatted(BOUNDARY, form + ":" + field, named));
    return send(
        HttpRequest.newBuilder(shop.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
  }

  private static Map<String, String> hidden(Page page, String form) {
    int begin = page.text().indexOf("<form id=\"" + form + "\"");
    if (begin < 0) {
      throw new AssertionError("no form " + form + " in " + page);
    }
    String text = page.text().substring(begin, page.text().indexOf("</form>", begin));
    Map<String, String> values = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(text);
    while (hidden.find()) {
      String tag = hidden.group();
      part(NAME, tag).ifPresent(name -> values.put(name, part(VALUE, tag).orElse("")));
    }
    return values;
  }

  /** First step of signing in. */
  public Page signIn(String username, String password) {
    Page door = get("console/sign-in");
    return submit(
        "console/sign-in",
        door,
        "door",
        Map.of("username", username, "password", password, "enter", "x"));
  }

  /** A cookie's value. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Sends any request with the cookies. */
  public Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofMinutes(1)).build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Page(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** An address of the shop. */
  public URI address(String path) {
    return shop.resolve(path);
  }

  private static Optional<String> part(Pattern pattern, String tag) {
    Matcher matcher = pattern.matcher(tag);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
