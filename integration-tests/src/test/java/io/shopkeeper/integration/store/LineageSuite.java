package io.shopkeeper.integration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.ingest.LineageStore;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelFile;
import io.shopkeeper.platform.boundary.TrustedShop;
import io.shopkeeper.platform.entity.ModelCardEntry;
import io.shopkeeper.platform.entity.ModelVersion;
import io.shopkeeper.platform.entity.TrustedShopEntry;
import io.shopkeeper.platform.registry.CardStore;
import io.shopkeeper.platform.registry.Checksum;
import io.shopkeeper.platform.registry.ModelStore;
import io.shopkeeper.platform.registry.TrustStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a version to its data and back, its files, cards and trust; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LineageSuite {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

  private Schema platform;
  private Schema catalog;

  abstract DataSource open();

  @BeforeAll
  void migrate() {
    DataSource database = open();
    platform = Schema.of(database, "platform");
    catalog = Schema.of(database, "catalog");
  }

  @AfterAll
  void close() {
    platform.close();
    catalog.close();
  }

  @Test
  void aVersionKnowsItsImportsJobAndFilesAndTheyKnowIt() {
    byte[] artefact = {1, 2, 3};
    byte[] table = "a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    ModelCandidate candidate =
        new ModelCandidate(
                "lineage",
                "popularity",
                1,
                artefact,
                Map.of(),
                1,
                Map.of("t", Map.of("ndcg_at_10", 0.5)),
                Map.of(),
                Map.of())
            .measured(Map.of("t", Map.of("ndcg_at_10", 0.01)))
            .madeFrom(
                new DataSnapshot(
                    NOW, NOW.plusSeconds(1), Map.of("events", 7L), "h", List.of(3L, 9L)))
            .madeBy(77)
            .with("evaluation.csv", table);
    platform.write(
        e ->
            new ModelStore(e)
                .add(
                    new ModelVersion(
                        candidate,
                        1,
                        Checksum.of(artefact),
                        List.of(new ModelFile("evaluation.csv", 4, Checksum.of(table))),
                        "",
                        "mei",
                        NOW),
                    artefact,
                    candidate.files()));
    var view = platform.read(e -> new ModelStore(e).find("lineage", 1).orElseThrow().view());
    assertThat(view.data()).isEqualTo(candidate.data());
    assertThat(view.standardErrors()).isEqualTo(candidate.standardErrors());
    assertThat(view.files()).hasSize(2);
    var byImport = platform.read(e -> new ModelStore(e).ofImport(9, 5).size());
    assertThat(byImport).isEqualTo(1);
    var byOther = platform.read(e -> new ModelStore(e).ofImport(4, 5).size());
    assertThat(byOther).isZero();
    var byJob = platform.read(e -> new ModelStore(e).ofJob(77).size());
    assertThat(byJob).isEqualTo(1);
    byte[] file =
        platform.read(
            e -> {
              var store = new ModelStore(e);
              return store.file(store.find("lineage", 1).orElseThrow(), "evaluation.csv");
            });
    assertThat(file).isEqualTo(table);
    platform.write(e -> new ModelStore(e).lock("lineage"));
    platform.write(
        e -> {
          var store = new ModelStore(e);
          var version = store.find("lineage", 1).orElseThrow();
          store.empty(version);
          version.emptied(NOW);
        });
    var kept = platform.read(e -> new ModelStore(e).find("lineage", 1).orElseThrow());
    assertThat(kept.whole()).isFalse();
    assertThat(kept.view().filesRemovedAt()).isEqualTo(NOW);
  }

  @Test
  void importsAreAskedForByKindAndTime() {
    List<Long> none =
        catalog.read(e -> new LineageStore(e).done(EnumSet.of(ImportKind.EVENTS), NOW, 5));
    assertThat(none).isEmpty();
  }

  @Test
  void cardsAndTrustComeBack() {
    var texts = new CardTexts("for", "用途", "not for", "局限");
    platform.write(
        e -> {
          var card = new ModelCardEntry("lineage");
          card.write(texts, "mei", NOW);
          new CardStore(e).add(card);
        });
    var found = platform.read(e -> new CardStore(e).find("lineage").orElseThrow().texts());
    assertThat(found).isEqualTo(texts);
    var shop = new TrustedShop("f".repeat(64), "Other", "key", NOW, "mei");
    platform.write(e -> new TrustStore(e).add(new TrustedShopEntry(shop)));
    var shops = platform.read(e -> new TrustStore(e).all().getFirst().view());
    assertThat(shops).isEqualTo(shop);
    platform.write(
        e -> new TrustStore(e).remove(new TrustStore(e).find("f".repeat(64)).orElseThrow()));
    var gone = platform.read(e -> new TrustStore(e).find("f".repeat(64)));
    assertThat(gone).isEmpty();
  }
}
