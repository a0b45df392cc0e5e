package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;

/** Placements with two recipes, and experiments on them that visitors took part in. */
public final class TriedRecipes {

  private static final int VISITORS = 60;

  private TriedRecipes() {}

  /**
   * A placement of the shop's own with two versions, of which the first is live; as it is if it is
   * there.
   */
  public static void placement(ShopApi api, String name) {
    if (api.get("placements/" + name).status() == 200) {
      return;
    }
    for (String source : new String[] {"popular", "assortment"}) {
      ok(
          api.put(
              "placements/" + name,
              "{\"recipe\":{\"sources\":[{\"source\":\"%s\",\"weight\":1}],\"fallback\":[\"assortment\"],\"n\":4}}"
                  .formatted(source)));
    }
    ok(api.post("placements/" + name + ":publish", "{\"version\":1}"));
  }

  /**
   * An experiment at a placement of its own that runs and was seen; as it is if it is there. Most
   * visitors of the second arm click.
   */
  public static void running(ShopApi api, String name) {
    if (api.get("experiments/" + name).status() == 200) {
      return;
    }
    placement(api, name);
    ok(
        api.put(
            "experiments/" + name,
            """
            {"placement":"%s","note":"Fresh products are clicked more often",
             "arms":[{"name":"control","version":1,"share":1},{"name":"all-sold","version":2,"share":1}],
             "primary":"click","guards":[{"metric":"revenue","margin":0.05}],"plannedVisitors":500}\
            """
                .formatted(name)));
    ok(api.post("experiments/" + name + ":start", "{}"));
    visit(api, name, name);
  }

  /** Lets visitors come to a placement and click. */
  public static void visit(ShopApi api, String placement, String visitors) {
    for (int i = 0; i < VISITORS; i++) {
      String visitor = visitors + "-" + i;
      JsonNode shown =
          ok(api.get("recommendations?placement=%s&visitor=%s".formatted(placement, visitor)))
              .json();
      boolean clicks = i % 10 < (shown.path("arm").asText().equals("control") ? 2 : 7);
      if (clicks) {
        ok(
            api.post(
                "events",
                """
                [{"eventId":"click-%s","type":"click","visitorId":"%s","productId":"%s",
                  "channel":"web","time":"%s"}]\
                """
                    .formatted(
                        visitor,
                        visitor,
                        shown.path("items").path(0).path("productId").asText(),
                        Clock.systemUTC().instant())));
      }
    }
  }

  private static ShopApi.Answer ok(ShopApi.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isIn(200, 202, 204);
    return answer;
  }
}
