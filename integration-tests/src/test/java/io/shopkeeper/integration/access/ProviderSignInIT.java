package io.shopkeeper.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.ShopServer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through an identity provider: a small real one, and the real application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInIT {

  private static final String ISSUER = "shop";
  private static final String CLIENT = "shopkeeper";

  private final MockOAuth2Server provider = new MockOAuth2Server();
  private ShopServer shop;

  @BeforeAll
  void start(@TempDir Path folder) {
    provider.start(InetAddress.getLoopbackAddress(), 0);
    shop =
        ShopServer.start(
            folder,
            Map.of(
                "SHOPKEEPER_OIDC_ISSUER", provider.issuerUrl(ISSUER).toString(),
                "SHOPKEEPER_OIDC_CLIENT_ID", CLIENT,
                "SHOPKEEPER_OIDC_CLIENT_SECRET", "hush",
                "SHOPKEEPER_OIDC_ROLES", "buyers:MERCHANDISER,boss:ADMIN+ANALYST",
                "SHOPKEEPER_OIDC_LABEL", "Acme"));
  }

  @AfterAll
  void stop() {
    shop.close();
    provider.shutdown();
  }

  @Test
  void theDoorOffersTheProvider() {
    assertThat(new ConsoleBrowser(shop.base()).get("console/sign-in").text())
        .contains("Sign in with Acme");
  }

  @Test
  void whoComesTheFirstTimeIsMadeAPersonWithTheRolesOfTheGroups() {
    say(
        "sub-1",
        Map.of(
            "preferred_username",
            "Lin.Wei@acme.example",
            "name",
            "林薇",
            "groups",
            List.of("buyers")));
    ConsoleBrowser browser = signIn();
    assertThat(browser.get("console/models").status()).isEqualTo(200);
    assertThat(browser.get("console/keys").status()).isEqualTo(403);
    JsonNode person = shop.api().get("people/lin.wei").json();
    assertThat(person.path("displayName").asText()).isEqualTo("林薇");
    assertThat(person.path("roles").toString()).isEqualTo("[\"MERCHANDISER\"]");
    assertThat(person.path("fromProvider").asBoolean()).isTrue();

    say("sub-1", Map.of("preferred_username", "renamed", "groups", List.of("boss")));
    assertThat(signIn().get("console/keys").status()).isEqualTo(200);
    assertThat(shop.api().get("people/renamed").status()).isEqualTo(404);
    assertThat(shop.api().get("people/lin.wei").json().path("roles").toString())
        .contains("ADMIN", "ANALYST");
  }

  @Test
  void aNameIsNoProof() {
    say("sub-2", Map.of("preferred_username", "admin", "groups", List.of("buyers")));
    signIn();
    assertThat(shop.api().get("people/admin").json().path("fromProvider").asBoolean()).isFalse();
    assertThat(shop.api().get("people/admin-2").json().path("fromProvider").asBoolean()).isTrue();
  }

  @Test
  void whoseGroupsGiveNoRoleOrWhoIsDisabledStaysOutside() {
    say("sub-3", Map.of("preferred_username", "guest", "groups", List.of("others")));
    assertThat(comeBack(new ConsoleBrowser(shop.base())).location()).contains("fault=access");
    assertThat(shop.api().get("people/guest").status()).isEqualTo(404);

    say("sub-4", Map.of("preferred_username", "leaver", "groups", List.of("buyers")));
    signIn();
    shop.api().put("people/leaver", "{\"disabled\":true}");
    say("sub-4", Map.of("preferred_username", "leaver", "groups", List.of("buyers")));
    assertThat(comeBack(new ConsoleBrowser(shop.base())).location()).contains("fault=access");
  }

  @Test
  void anotherBrowsersStateIsRefused() {
    // No code is redeemed here, so the provider needs no word: it would be left to the next test.
    var attacker = new ConsoleBrowser(shop.base());
    String back = attacker.get(attacker.get("console/provider").location()).location();
    var victim = new ConsoleBrowser(shop.base());
    assertThat(victim.get(back).location()).contains("fault=state");
    victim.get("console/provider");
    assertThat(victim.get(back).location()).contains("fault=state");
  }

  @Test
  void aTokenForSomebodyElsesClientIsNotBelieved() {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER,
            "sub-6",
            "JWT",
            List.of("another-client"),
            // The provider's own word for the audience of ID tokens is the client that asks.
            Map.of("groups", List.of("boss"), "aud", List.of("another-client")),
            600));
    assertThat(comeBack(new ConsoleBrowser(shop.base())).location()).contains("fault=provider");
  }

  @Test
  void aTokenThatIsTooOldIsNotBelieved() {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER, "sub-7", "JWT", List.of(CLIENT), Map.of("groups", List.of("boss")), -600));
    assertThat(comeBack(new ConsoleBrowser(shop.base())).location()).contains("fault=provider");
  }

  private void say(String subject, Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), claims, 600));
  }

  private ConsoleBrowser signIn() {
    var browser = new ConsoleBrowser(shop.base());
    Page in = comeBack(browser);
    assertThat(in.location()).as(in.text() + in.location()).endsWith("/console/");
    return browser;
  }

  /** To the provider and back with its code; what the shop answers then. */
  private static Page comeBack(ConsoleBrowser browser) {
    Page toProvider = browser.get("console/provider");
    assertThat(toProvider.location()).contains("code_challenge_method=S256").contains("nonce=");
    Page back = browser.get(toProvider.location());
    assertThat(back.location()).as(back.text()).contains("/console/provider?");
    return browser.get(back.location());
  }
}
