package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.ShopApi.Answer;

/** Trains one of the shop's own models and waits for the version. */
public final class TrainedVersion {

  private TrainedVersion() {}

  /**
   * Trains.
   *
   * @param model its name
   * @param order the body of the request
   * @return the version with its metrics
   */
  public static JsonNode of(ShopApi api, String model, String order) {
    Answer started = api.post("models/" + model + "/train", order);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    int version = api.get("models/" + model + "/versions").json().path(0).path("version").asInt();
    return api.get("models/" + model + "/versions/" + version).json();
  }

  /** Trains and lets the version serve, whatever the gate says. */
  public static JsonNode served(ShopApi api, String model, String order) {
    JsonNode trained = of(api, model, order);
    if (!trained.path("stage").asText().equals("LIVE")) {
      Answer promoted =
          api.post(
              "models/" + model + "/versions/" + trained.path("version").asInt() + ":promote",
              "{\"reason\":\"asked for\",\"overGate\":true}");
      assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
    }
    return trained;
  }

  /**
   * Where all that pass go live by themselves: a worse candidate is kept, shown with its figures
   * and refused; a better one goes live.
   *
   * @param good and {@code poor}: bodies of requests
   * @param metric the guard metric, of which less is better
   */
  public static void passesTheGateOnlyWhereItIsNoWorse(
      ShopApi api, String model, String good, String poor, String metric) {
    assertThat(api.put("settings/prediction.promotion", "{\"value\":\"always\"}").status())
        .isEqualTo(200);
    try {
      JsonNode first = served(api, model, good);
      JsonNode worse = of(api, model, poor);
      JsonNode gate = worse.path("gate");
      assertThat(gate.path("verdict").asText()).as(gate.toString()).isIn("WORSE", "DOUBTFUL");
      assertThat(gate.path("metric").asText()).isEqualTo(metric);
      assertThat(gate.path("opponentVersion").asInt()).isEqualTo(first.path("version").asInt());
      assertThat(gate.path("candidate").asDouble())
          .as("less is better")
          .isGreaterThan(gate.path("against").asDouble());
      assertThat(worse.path("stage").asText()).isEqualTo("CANDIDATE");
      JsonNode job = api.get("jobs/" + worse.path("jobId").asLong()).json();
      assertThat(job.path("log").toString()).contains("refused by the quality gate");
      assertThat(
              api.post(
                      "models/" + model + "/versions/" + worse.path("version").asInt() + ":promote",
                      "{\"reason\":\"I like it\"}")
                  .status())
          .isEqualTo(409);

      JsonNode weak = served(api, model, poor);
      JsonNode better = of(api, model, good);
      assertThat(better.path("gate").path("verdict").asText())
          .as(better.path("gate").toString())
          .isIn("BETTER", "AS_GOOD");
      assertThat(better.path("gate").path("opponentVersion").asInt())
          .isEqualTo(weak.path("version").asInt());
      assertThat(better.path("stage").asText()).isEqualTo("LIVE");
      assertThat(api.get("models/" + model + "/history").json().path(0).path("reason").asText())
          .startsWith("The quality gate let it pass: " + metric);
    } finally {
      api.delete("settings/prediction.promotion");
    }
  }
}
