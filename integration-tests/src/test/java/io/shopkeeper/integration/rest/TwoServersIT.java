package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.server.Await;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one server of a shop is told, the other knows within a second. */
class TwoServersIT {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @Test
  void theOtherServerFollowsAtOnce() {
    try (Database database = Database.start();
        ShopServer one = ShopServer.start(folder.resolve("one"), database.environment())) {
      TwoWorlds here = TwoWorlds.open(one.api());
      try (ShopServer other = ShopServer.start(folder.resolve("other"), database.environment())) {
        ShopApi api = one.api();
        var there = new TwoWorlds(other.api().with(one.key()));
        assertThat(there.all("visitor=two-v")).contains("tea-3", "tea-4");

        here.putProduct("tea-3", 0, "");
        Await.until(
            "answer without what is out of stock",
            SECOND,
            () -> !there.all("visitor=two-v").contains("tea-3"));
        here.putProduct("tea-3", 4, "");
        Await.until(
            "answer with what is back", SECOND, () -> there.all("visitor=two-v").contains("tea-3"));

        api.delete("products/tea-3");
        Await.until(
            "answer without what was removed",
            SECOND,
            () -> !there.all("visitor=two-v").contains("tea-3"));
        here.putProduct("tea-3", 4, "");
        Await.until(
            "answer with what came again",
            SECOND,
            () -> there.all("visitor=two-v").contains("tea-3"));

        here.visitor("two-v", "view", "tea-0");
        Await.until("answer to the view", SECOND, () -> isTea(there, "visitor=two-v"));
        here.visitor("two-v", "cart", "tea-4");
        Await.until(
            "answer without what is in the cart",
            SECOND,
            () -> !there.all("visitor=two-v").contains("tea-4"));

        api.post("customers/two-c/identities", "{\"visitorId\":\"two-v\"}");
        Await.until("taste of the visitor", SECOND, () -> isTea(there, "customer=two-c"));

        api.put("settings/privacy.personalisation", "{\"value\":\"false\"}");
        Await.until(
            "answer that asks first",
            SECOND,
            () ->
                there
                    .ask("customer=two-c", 5)
                    .path("fallbackReason")
                    .asText()
                    .equals("no_consent"));
        api.put("settings/privacy.personalisation", "{\"value\":\"true\"}");
        Await.until(
            "answer that is personal again",
            SECOND,
            () -> there.ask("customer=two-c", 5).path("fallbackReason").asText().isEmpty());

        api.put("customers/two-c/consent", "{\"personalisation\":false}");
        for (String who : new String[] {"customer=two-c", "visitor=two-v"}) {
          Await.until(
              "answer without taste",
              SECOND,
              () -> there.ask(who, 5).path("fallbackReason").asText().equals("no_consent"));
        }
      }
    }
  }

  private static boolean isTea(TwoWorlds there, String who) {
    return there.first(who).stream().allMatch(id -> id.startsWith("tea-"));
  }
}
