package io.shopkeeper.platform.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Speaks with the identity provider (OpenID Connect Discovery 1.0, Core 1.0: authorization code
 * flow; RFC 7636: PKCE). What the provider says of itself is kept for an hour. Safe for use by
 * several threads.
 */
public final class OidcProvider {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OidcSettings settings;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private JsonNode metadata;
  private Instant readAt = Instant.EPOCH;
  private IdTokens tokens;

  public OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Where to send the browser. */
  public String authorization(String state, String nonce, String challenge, String back) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", back);
    query.put("scope", settings.scopes());
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    String endpoint = endpoint("authorization_endpoint");
    return endpoint + (endpoint.contains("?") ? "&" : "?") + form(query);
  }

  /**
   * Turns the code that the browser brought back into what the provider says of the person.
   *
   * @throws OidcException if the provider refuses, or its token cannot be believed
   */
  public OidcPerson person(String code, String verifier, String nonce, String back) {
    var body = new LinkedHashMap<String, String>();
    body.put("grant_type", "authorization_code");
    body.put("code", code);
    body.put("redirect_uri", back);
    body.put("code_verifier", verifier);
    HttpRequest.Builder request = request(endpoint("token_endpoint"));
    if (settings.clientSecret().isEmpty()) {
      body.put("client_id", settings.clientId());
    } else if (postsSecret()) {
      body.put("client_id", settings.clientId());
      body.put("client_secret", settings.clientSecret());
    } else {
      request.header("Authorization", "Basic " + basic());
    }
    JsonNode answer =
        send(
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(body))));
    String idToken = answer.path("id_token").asText("");
    if (idToken.isEmpty()) {
      throw new OidcException("the provider's answer has no id_token");
    }
    return idTokens().read(idToken, nonce);
  }

  private synchronized IdTokens idTokens() {
    String keys = endpoint("jwks_uri");
    if (tokens == null || !tokens.keysAt().equals(keys)) {
      tokens = new IdTokens(settings, keys);
    }
    return tokens;
  }

  private boolean postsSecret() {
    JsonNode methods = metadata().path("token_endpoint_auth_methods_supported");
    String named = methods.toString();
    return methods.isArray()
        && !named.contains("client_secret_basic")
        && named.contains("client_secret_post");
  }

  private String endpoint(String name) {
    String address = metadata().path(name).asText("");
    if (address.isEmpty()
        || (!address.startsWith("https://") && !settings.issuer().startsWith("http://"))) {
      throw new OidcException("the provider names no safe " + name);
    }
    return address;
  }

  private synchronized JsonNode metadata() {
    Instant now = clock.instant();
    if (metadata == null || now.isAfter(readAt.plus(KEPT))) {
      String base = settings.issuer().replaceFirst("/$", "");
      JsonNode read = send(request(base + "/.well-known/openid-configuration").GET());
      if (!read.path("issuer").asText("").equals(settings.issuer())) {
        throw new OidcException(
            "the provider calls itself %s, not %s"
                .formatted(read.path("issuer").asText("nothing"), settings.issuer()));
      }
      metadata = read;
      readAt = now;
    }
    return metadata;
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address))
        .timeout(PATIENCE)
        .header("Accept", "application/json");
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> answer = http.send(built, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new OidcException(
            "%s answered %d".formatted(built.uri().getPath(), answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException problem) {
      throw new OidcException("no answer from " + built.uri().getHost(), problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OidcException("interrupted", interrupted);
    }
  }

  private String basic() {
    String pair = encode(settings.clientId()) + ":" + encode(settings.clientSecret());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + encode(value.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
