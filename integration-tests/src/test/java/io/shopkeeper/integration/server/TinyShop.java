package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A shop that is just large enough to learn from, for tests that train often. */
public final class TinyShop {

  private TinyShop() {}

  /** Trains a version and waits for it. */
  public static void train(ShopApi api, String algorithm) {
    JsonNode job =
        api.post(
                "jobs",
                """
                {"kind":"train-recommendation","parameters":{"algorithm":"%s"}}\
                """
                    .formatted(algorithm))
            .json();
    JsonNode done = api.awaitJob(job.path("id").asLong());
    assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("SUCCEEDED");
  }

  /** Twenty products, thirteen customers, four hundred views. */
  public static void fill(ShopApi api) {
    for (int i = 0; i < 20; i++) {
      String product =
          """
          {"id":"p-%d","titleEn":"Knife %d","categoryPath":"Home","price":"19.90",
           "currency":"EUR","stock":3,"attributes":{},"active":true}\
          """
              .formatted(i, i);
      assertThat(api.put("products/p-" + i, product).status()).isEqualTo(204);
    }
    var batch = new StringBuilder("[");
    for (int i = 0; i < 400; i++) {
      batch
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"eventId":"tiny-%d","type":"view","customerId":"c-%d","productId":"p-%d",
               "channel":"web","time":"2026-11-%02dT10:00:00Z"}\
              """
                  .formatted(i, i % 13, (i * 7) % 20, 1 + i % 20));
    }
    assertThat(api.post("events", batch.append(']').toString()).status()).isEqualTo(202);
  }
}
