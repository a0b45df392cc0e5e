package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Tables that are made of the shop, and models of them. */
public final class ShopTables {

  private ShopTables() {}

  /** Makes one and waits for the end of its job. */
  public static JsonNode make(ShopApi api, String name, String goal, int days, int periods) {
    ShopApi.Answer started =
        api.post(
            "data-sets/" + name + ":make",
            "{\"goal\":\"%s\",\"days\":%d,\"periods\":%d}".formatted(goal, days, periods));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    return api.awaitJob(started.json().path("id").asLong());
  }

  /** Trains a version on it that is live afterwards; its number. */
  public static int train(ShopApi api, String name, String algorithm) {
    String model = "models/prediction-" + name;
    ShopApi.Answer started =
        api.post(
            model + "/train",
            "{\"algorithm\":\"%s\",\"executor\":\"server\"}".formatted(algorithm));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    JsonNode version = api.get(model + "/versions").json().path(0);
    if (!version.path("stage").asText().equals("LIVE")) {
      api.post(
              model + "/versions/" + version.path("version").asInt() + ":promote",
              "{\"reason\":\"asked for\",\"overGate\":true}")
          .good();
    }
    return version.path("version").asInt();
  }

  /** Sees to it that there is one of a goal with a live version. */
  public static void have(ShopApi api, String name, String goal) {
    if (api.get("data-sets/" + name).status() == 200) {
      return;
    }
    JsonNode job = make(api, name, goal, 30, 3);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    train(api, name, "gradient-boosting");
  }
}
