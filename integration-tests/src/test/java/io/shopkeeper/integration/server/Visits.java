package io.shopkeeper.integration.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made table: who comes from a mail and looks long mostly buys. Some ages are missing. */
public final class Visits {

  /** Rows below the header. */
  public static final int ROWS = 400;

  private Visits() {}

  /** Keeps the table as a data set that predicts who buys, unless there is one of that name. */
  public static void keep(ShopApi api, String name) {
    if (api.get("data-sets/" + name).status() == 200) {
      return;
    }
    ShopApi.Answer added =
        api.post("data-sets?name=" + name, "text/csv", BodyPublishers.ofString(csv()));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    String roles = "{\"target\":\"bought\",\"positive\":\"yes\",\"left\":[\"visit\",\"day\"]}";
    ShopApi.Answer assigned = api.put("data-sets/" + name + "/roles", roles);
    assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
  }

  /** Begins to train a version on it, measured on a fifth of the rows; the job. */
  public static long startTraining(ShopApi api, String name, String algorithm) {
    return startTraining(api, name, algorithm, "stratified:0.2");
  }

  private static long startTraining(ShopApi api, String name, String algorithm, String evaluation) {
    ShopApi.Answer started =
        api.post(
            "models/prediction-" + name + "/train",
            "{\"algorithm\":\"%s\",\"evaluation\":\"%s\"}".formatted(algorithm, evaluation));
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    return started.json().path("id").asLong();
  }

  /** Keeps the table with a version that was trained on it, measured on a fifth of the rows. */
  public static void haveVersion(ShopApi api, String name) {
    haveVersion(api, name, "stratified:0.2");
  }

  /** The same, measured on every row in one of five folds. */
  public static void haveVersionMeasuredOnAll(ShopApi api, String name) {
    haveVersion(api, name, "stratified-kfold:5");
  }

  private static void haveVersion(ShopApi api, String name, String evaluation) {
    keep(api, name);
    if (api.get("models/prediction-" + name + "/versions").json().isEmpty()) {
      JsonNode job = api.awaitJob(startTraining(api, name, "gradient-boosting", evaluation));
      assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    }
  }

  /** The table as CSV. */
  public static String csv() {
    var table = new StringBuilder("visit,minutes,source,age,device,day,bought\n");
    for (int row = 0; row < ROWS; row++) {
      var random = new SplittableRandom(31L * row);
      double minutes = 20 * random.nextDouble();
      String source = new String[] {"mail", "search", "direct"}[random.nextInt(3)];
      boolean likely = minutes > (source.equals("mail") ? 8 : 16);
      boolean bought = random.nextDouble() < 0.95 ? likely : !likely;
      table
          .append("v-%d,".formatted(row))
          .append(String.format(Locale.ROOT, "%.2f,%s,", minutes, source))
          .append(random.nextInt(5) == 0 ? "," : 18 + random.nextInt(60) + ",")
          .append(random.nextBoolean() ? "phone," : "desk,")
          .append("2026-%02d-%02d,".formatted(1 + row / 28 % 12, 1 + row % 28))
          .append(bought ? "yes\n" : "no\n");
    }
    return table.toString();
  }
}
