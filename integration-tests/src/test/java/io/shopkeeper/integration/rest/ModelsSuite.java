package io.shopkeeper.integration.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopApi.Answer;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TinyShop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The model registry by REST; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelsSuite {

  private static final String MODEL = "models/recommendation";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShopApi api;
  private int a;
  private int b;

  @BeforeEach
  void connect(ShopServer shop) {
    api = shop.api();
    if (a == 0) {
      sendEvents();
      a = train("popularity");
      b = train("item-neighbours-cosine");
    }
  }

  @Test
  void aVersionTellsWhereItComesFrom() {
    JsonNode version = api.get(MODEL + "/versions/" + b).json();
    assertThat(version.path("provenance").path("java").asText()).isNotBlank();
    assertThat(version.path("provenance").path("os").asText()).isNotBlank();
    assertThat(version.path("data").path("contentHash").asText()).hasSize(64);
    assertThat(version.path("data").path("rows").path("events").asLong()).isPositive();
    assertThat(version.path("files"))
        .extracting(file -> file.path("name").asText())
        .containsExactly("model.bin", "evaluation.csv");
    assertThat(version.path("standardErrors").path("time:0.2").path("ndcg_at_10").isNumber())
        .isTrue();
    long job = version.path("jobId").asLong();
    assertThat(api.get("jobs/" + job + "/curves").json())
        .extracting(point -> point.path("curve").asText())
        .contains("ndcg_at_10", "ndcg_at_10 popularity");
  }

  @Test
  void everyAlgorithmTellsItsOptionsInTheReadersLanguage() {
    JsonNode algorithms = api.get(MODEL + "/algorithms?lang=en").json();
    assertThat(algorithms)
        .extracting(algorithm -> algorithm.path("name").asText())
        .contains("item-neighbours-cosine", "ease", "als", "popularity");
    JsonNode ease = named(algorithms, "ease");
    JsonNode penalty = named(ease.path("fields"), "penalty");
    assertThat(penalty.path("type").asText()).isEqualTo("number");
    assertThat(penalty.path("minimum").asDouble()).isPositive();
    assertThat(penalty.path("maximum").asDouble()).isGreaterThan(1000);
    assertThat(penalty.path("standard").asText())
        .isNotBlank()
        .isEqualTo(ease.path("presets").path(0).path("values").path("penalty").asText());
    assertThat(penalty.path("searched").asBoolean()).isTrue();
    assertThat(penalty.path("searchMinimum").asDouble()).isPositive();
    assertThat(penalty.path("help").asText()).isNotBlank();
    JsonNode chinese = named(api.get(MODEL + "/algorithms?lang=zh").json(), "ease");
    assertThat(chinese.path("help").asText()).isNotEqualTo(ease.path("help").asText());
    assertThat(api.get("models/chat-intents/algorithms").json()).hasSize(1);
    assertThat(api.get("models/nothing/algorithms").status()).isEqualTo(404);
  }

  @Test
  void aTrainingTakesOptionsAndAVersionRemembersThem() {
    Answer started =
        api.post(
            MODEL + "/train",
            """
            {"algorithm":"item-neighbours-seed","preset":"recent",
             "options":{"neighbours":7,"similarity":"jaccard"},"seed":9,"executor":"server"}\
            """);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    JsonNode job = api.awaitJob(started.json().path("id").asLong());
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    assertThat(job.path("log").toString()).contains("trains in the server");
    JsonNode version = api.get(MODEL + "/versions").json().path(0);
    assertThat(version.path("seed").asLong()).isEqualTo(9);
    assertThat(version.path("hyperParameters").path("neighbours").asText()).isEqualTo("7");
    assertThat(version.path("hyperParameters").path("similarity").asText()).isEqualTo("jaccard");
    assertThat(version.path("hyperParameters").path("recency").asText()).isEqualTo("0.6");
    assertThat(version.path("hyperParameters").path("values").asText()).isEqualTo("logarithm");
  }

  @Test
  void aSearchChoosesTheOptionsAndKeepsItsTrials() {
    Answer started =
        api.post(
            MODEL + "/train",
            """
            {"algorithm":"ease","tuning":{"strategy":"random","trials":4,"minutes":2,
             "ranges":{"penalty":"1..3000"}}}\
            """);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    long id = started.json().path("id").asLong();
    JsonNode job = api.awaitJob(id);
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("SUCCEEDED");
    JsonNode trials = api.get("jobs/" + id + "/trials").json();
    assertThat(trials).hasSize(4);
    JsonNode best = trials.path(0);
    for (JsonNode trial : trials) {
      assertThat(trial.path("options").propertyStream().map(Map.Entry::getKey))
          .containsExactly("penalty");
      best = trial.path("score").asDouble() > best.path("score").asDouble() ? trial : best;
    }
    JsonNode version = api.get(MODEL + "/versions").json().path(0);
    assertThat(version.path("hyperParameters").path("penalty").asText())
        .isEqualTo(best.path("options").path("penalty").asText());
    assertThat(version.path("provenance").path("search").asText()).isEqualTo("random");
    assertThat(version.path("files"))
        .extracting(file -> file.path("name").asText())
        .contains("trials.csv");
  }

  @Test
  void aTrainingIsMeasuredByCrossValidationWhereThatIsWanted() {
    Answer started =
        api.post(MODEL + "/train", "{\"algorithm\":\"popularity\",\"evaluation\":\"kfold:3\"}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    api.awaitJob(started.json().path("id").asLong());
    JsonNode version = api.get(MODEL + "/versions").json().path(0);
    assertThat(version.path("metrics").path("kfold:3@42").path("ndcg_at_10").isNumber()).isTrue();
    assertThat(version.path("standardErrors").path("kfold:3@42").path("ndcg_at_10").isNumber())
        .isTrue();
  }

  @Test
  void whatIsWrongWithASearchIsNamed() {
    assertThat(search("\"strategy\":\"luck\"").pointers()).containsExactly("/tuning/strategy");
    assertThat(search("\"trials\":0").pointers()).containsExactly("/tuning/trials");
    assertThat(search("\"ranges\":{\"colour\":\"\"}").pointers())
        .containsExactly("/tuning/ranges/colour");
    assertThat(api.post(MODEL + "/train", "{\"evaluation\":\"kfold:5\",\"tuning\":{}}").pointers())
        .containsExactly("/evaluation");
  }

  private Answer search(String tuning) {
    return api.post(MODEL + "/train", "{\"algorithm\":\"ease\",\"tuning\":{" + tuning + "}}");
  }

  @Test
  void everyFaultOfATrainingIsNamedAtItsOption() {
    Answer refused =
        api.post(
            MODEL + "/train",
            """
            {"algorithm":"ease","options":{"penalty":-1,"recency":"much","colour":"red"}}\
            """);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.pointers())
        .containsExactlyInAnyOrder("/options/penalty", "/options/recency", "/options/colour");
    assertThat(api.post(MODEL + "/train", "{\"algorithm\":\"sesame\"}").pointers())
        .containsExactly("/algorithm");
    assertThat(
            api.post(MODEL + "/train", "{\"algorithm\":\"ease\",\"preset\":\"loud\"}").pointers())
        .containsExactly("/preset");
    assertThat(api.post(MODEL + "/train", "{\"executor\":\"moon\"}").pointers())
        .containsExactly("/executor");
    assertThat(api.post(MODEL + "/train", "{\"options\":{\"neighbours\":{}}}").pointers())
        .containsExactly("/options/neighbours");
    assertThat(api.post(MODEL + "/train", "{\"seed\":\"many\"}").status()).isEqualTo(400);
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode one : list) {
      if (one.path("name").asText().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no " + name + " in " + list);
  }

  @Test
  void twoVersionsStandSideBySide() {
    JsonNode both = api.get(MODEL + "/compare?a=" + a + "&b=" + b).json();
    assertThat(both.path("parameters"))
        .filteredOn(setting -> setting.path("name").asText().equals("algorithm"))
        .singleElement()
        .satisfies(
            setting -> {
              assertThat(setting.path("a").asText()).isEqualTo("popularity");
              assertThat(setting.path("b").asText()).isEqualTo("item-neighbours-cosine");
            });
    assertThat(both.path("metrics"))
        .filteredOn(metric -> metric.path("name").asText().equals("ndcg_at_10"))
        .allMatch(metric -> metric.hasNonNull("verdict"));
    assertThat(api.get(MODEL + "/compare?a=" + a + "&b=9999").status()).isEqualTo(404);
  }

  @Test
  void stagesFollowEachOtherAndEachActIsInTheHistory() {
    JsonNode staged = api.post(MODEL + "/versions/" + b + ":stage", "{\"reason\":\"r\"}").json();
    assertThat(staged.path("stage").asText()).isEqualTo("STAGED");
    assertThat(api.post(MODEL + "/versions/" + b + ":stage", "{}").status()).isEqualTo(409);
    JsonNode live =
        api.post(MODEL + "/versions/" + b + ":promote", "{\"reason\":\"better\",\"overGate\":true}")
            .json();
    assertThat(live.path("stage").asText()).isEqualTo("LIVE");
    assertThat(api.post(MODEL + "/versions/" + b + ":promote", "{}").status()).isEqualTo(409);
    JsonNode back =
        api.post(MODEL + "/versions/" + b + ":rollback", "{\"reason\":\"worse\"}").json();
    assertThat(back.path("stage").asText()).isEqualTo("LIVE");
    assertThat(back.path("version").asInt()).isNotEqualTo(b);
    JsonNode newest = api.get(MODEL + "/history").json().path(0);
    assertThat(newest.path("act").asText()).isEqualTo("ROLLBACK");
    assertThat(newest.path("reason").asText()).isEqualTo("worse");
  }

  @Test
  void tagsAndNotesAreKeptAndNonsenseIsRefused() {
    JsonNode tagged =
        put(MODEL + "/versions/" + a + "/tags", "{\"tags\":[\"圣诞\",\"b\",\"b\"]}").json();
    assertThat(tagged.path("tags")).hasSize(2);
    assertThat(put(MODEL + "/versions/" + a + "/tags", "{\"tags\":[\"<b>\"]}").pointers())
        .containsExactly("/tags");
    JsonNode noted = put(MODEL + "/versions/" + a + "/notes", "{\"notes\":\"for you\"}").json();
    assertThat(noted.path("notes").asText()).isEqualTo("for you");
    put(MODEL + "/versions/" + a + "/tags", "{\"tags\":[]}");
  }

  @Test
  void theCardSpeaksBothLanguages() {
    Answer english = api.get(MODEL + "/versions/" + b + "/card?lang=en");
    assertThat(english.json().path("intendedUse").asText()).startsWith("Ranks the products");
    Answer chinese = markdown(MODEL + "/versions/" + b + "/card.md?lang=zh");
    assertThat(chinese.text()).contains("## 用途");
    assertThat(api.get(MODEL + "/versions/" + b + "/card?lang=fr").status()).isEqualTo(400);
  }

  @Test
  void aBundleIsRefusedWhereItWasChangedIsKnownOrItsShopIsNotTrusted() throws Exception {
    byte[] bundle = bundle(b);
    assertThat(upload(bundle).status()).as("here already").isEqualTo(409);
    Map<String, byte[]> changed = entries(bundle);
    changed.put("files/model.bin", new byte[] {1});
    Answer refused = upload(zip(changed));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.pointers()).containsExactly("/files/model.bin");
    changed = entries(bundle);
    changed.put("manifest.json", edited(changed.get("manifest.json"), "seed", 99));
    assertThat(upload(zip(changed)).pointers()).containsExactly("/signature.json");
  }

  @Test
  void aForeignShopIsTakenOnceItsKeyIsTrusted() throws Exception {
    KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Map<String, byte[]> entries = entries(bundle(a));
    byte[] model = entries.get("files/model.bin");
    byte[] manifest = edited(entries.get("manifest.json"), "seed", 99);
    entries.put("manifest.json", manifest);
    entries.put("signature.json", signature(foreign, manifest));
    byte[] bundle = zip(entries);
    assertThat(model).isNotEmpty();
    Answer untrusted = upload(bundle);
    assertThat(untrusted.status()).isEqualTo(409);
    assertThat(untrusted.json().path("detail").asText()).contains("not trusted");
    String key = Base64.getEncoder().encodeToString(foreign.getPublic().getEncoded());
    Answer trusted = api.post("model-trust", "{\"name\":\"Other\",\"publicKey\":\"" + key + "\"}");
    assertThat(trusted.status()).as(trusted.text()).isEqualTo(201);
    assertThat(upload(bundle).json().path("detail").asText())
        .as("its signer is trusted, the model is here already")
        .contains("here already");
    String fingerprint = trusted.json().path("fingerprint").asText();
    assertThat(api.delete("model-trust/" + fingerprint).status()).isEqualTo(204);
    assertThat(upload(bundle).json().path("detail").asText()).contains("not trusted");
    assertThat(api.post("model-trust", "{\"name\":\"x\",\"publicKey\":\"abc\"}").pointers())
        .containsExactly("/publicKey");
  }

  private byte[] bundle(int version) {
    try {
      return HttpClient.newHttpClient()
          .send(
              api.request(MODEL + "/versions/" + version + "/bundle")
                  .setHeader("Accept", "application/zip")
                  .GET()
                  .build(),
              BodyHandlers.ofByteArray())
          .body();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Answer markdown(String path) {
    return api.send(api.request(path).setHeader("Accept", "text/markdown").GET());
  }

  private Answer upload(byte[] bundle) {
    return api.post(MODEL + "/versions", "application/zip", BodyPublishers.ofByteArray(bundle));
  }

  private Answer put(String path, String body) {
    return api.put(path, body);
  }

  private static byte[] edited(byte[] manifest, String field, int value) throws IOException {
    var tree = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(manifest);
    return tree.put(field, value).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] signature(KeyPair key, byte[] manifest) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(manifest);
    return JSON.createObjectNode()
        .put("publicKey", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()))
        .put("signature", Base64.getEncoder().encodeToString(signature.sign()))
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private int train(String algorithm) {
    int before = api.get(MODEL + "/versions").json().size();
    TinyShop.train(api, algorithm);
    JsonNode versions = api.get(MODEL + "/versions").json();
    assertThat(versions.size()).isGreaterThan(before);
    return versions.path(0).path("version").asInt();
  }

  private void sendEvents() {
    var batch = new StringBuilder("[");
    for (int i = 0; i < 400; i++) {
      batch
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"eventId":"models-%d","type":"view","customerId":"mc-%d","productId":"mp-%d",
               "channel":"web","time":"2026-11-%02dT10:00:00Z"}\
              """
                  .formatted(i, i % 13, (i * 7) % 97, 1 + i / 20));
    }
    assertThat(api.post("events", batch.append(']').toString()).status()).isEqualTo(202);
  }
}
