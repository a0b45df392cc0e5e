package io.shopkeeper.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import java.util.Map;

/** Makes people the way an administrator does: by an invitation, which they follow. */
public final class Staff {

  /** What each of them chooses. */
  public static final String PASSWORD = "river-lamp-seventeen-copper";

  private final ShopServer shop;

  public Staff(ShopServer shop) {
    this.shop = shop;
  }

  /** Invites somebody, lets the person choose {@link #PASSWORD}; not signed in yet. */
  public ConsoleBrowser invite(String username, String roles) {
    Answer invited =
        shop.api()
            .post("people", "{\"username\":\"%s\",\"roles\":[%s]}".formatted(username, roles));
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    var browser = new ConsoleBrowser(shop.base());
    assertThat(choose(browser, invited.json().path("path").asText(), PASSWORD).location())
        .contains("/console/sign-in?welcome=1");
    return browser;
  }

  /** Follows a one-time link and chooses a password. */
  static Page choose(ConsoleBrowser browser, String link, String password) {
    String path = link.replaceFirst("^/", "");
    Page page = browser.get(path);
    return browser.submit(
        "console/welcome",
        page,
        "choose",
        Map.of("password", password, "again", password, "keep", "x"));
  }

  /** Invites somebody who signs in. */
  public ConsoleBrowser signedIn(String username, String roles) {
    ConsoleBrowser browser = invite(username, roles);
    Page in = browser.signIn(username, PASSWORD);
    assertThat(in.location()).as(in.text()).endsWith("/console/");
    return browser;
  }

  ShopApi api() {
    return shop.api();
  }
}
