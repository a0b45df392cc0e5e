package io.shopkeeper.integration.server;

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
      api.put(
              "placements/" + name,
              "{\"recipe\":{\"sources\":[{\"source\":\"%s\",\"weight\":1}],\"fallback\":[\"assortment\"],\"n\":4}}"
                  .formatted(source))
          .good();
    }
    api.post("placements/" + name + ":publish", "{\"version\":1}").good();
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
    api.put(
            "experiments/" + name,
            """
            {"placement":"%s","note":"Fresh products are clicked more often",
             "arms":[{"name":"control","version":1,"share":1},{"name":"all-sold","version":2,"share":1}],
             "primary":"click","guards":[{"metric":"revenue","margin":0.05}],"plannedVisitors":500}\
            """
                .formatted(name))
        .good();
    api.post("experiments/" + name + ":start", "{}").good();
    visit(api, name, name);
  }

  /** Lets visitors come to a placement and click. */
  public static void visit(ShopApi api, String placement, String visitors) {
    for (int i = 0; i < VISITORS; i++) {
      String visitor = visitors + "-" + i;
      JsonNode shown =
          api.get("recommendations?placement=%s&visitor=%s".formatted(placement, visitor))
              .good()
              .json();
      boolean clicks = i % 10 < (shown.path("arm").asText().equals("control") ? 2 : 7);
      if (clicks) {
        does(api, visitor, "click", shown.path("items").path(0).path("productId").asText(), "");
      }
    }
  }

  /** Lets some who came before put what they see into the cart, and some of those buy it. */
  public static void buy(ShopApi api, String placement, String visitors) {
    for (int i = 0; i < VISITORS / 3; i++) {
      String visitor = visitors + "-" + i;
      String product =
          api.get("recommendations?placement=%s&visitor=%s".formatted(placement, visitor))
              .good()
              .json()
              .path("items")
              .path(0)
              .path("productId")
              .asText();
      does(api, visitor, "cart", product, "");
      if (i % 2 == 0) {
        does(api, visitor, "purchase", product, "");
      }
    }
  }

  /**
   * A visitor does something with a product now, once.
   *
   * @param more of the event, such as {@code ,"value":2}
   */
  public static void does(ShopApi api, String visitor, String type, String product, String more) {
    api.post(
            "events",
            """
            [{"eventId":"%s-%s-%s","type":"%s","visitorId":"%s","productId":"%s",
              "channel":"web","time":"%s"%s}]\
            """
                .formatted(
                    type,
                    visitor,
                    product,
                    type,
                    visitor,
                    product,
                    Clock.systemUTC().instant(),
                    more))
        .good();
  }
}
