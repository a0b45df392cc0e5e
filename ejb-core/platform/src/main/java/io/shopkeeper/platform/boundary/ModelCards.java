package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.ModelCardEntry;
import io.shopkeeper.platform.registry.CardMarkdown;
import io.shopkeeper.platform.registry.CardStore;
import io.shopkeeper.platform.registry.ModelModules;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Cards of model versions, and what people write on them. */
@Stateless
public class ModelCards {

  private static final double SURE = 1.96;

  @Inject private CardStore store;
  @Inject private ModelModules modules;
  @Inject private ModelRegistry registry;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** What the cards of a model say of its use and limits. */
  public CardTexts texts(String name) {
    return store.find(name).map(ModelCardEntry::texts).orElseGet(() -> modules.texts(name));
  }

  /**
   * Writes it anew, for all versions.
   *
   * @throws InvalidInputException if a text is longer than 8,000 characters
   */
  public CardTexts write(String name, CardTexts texts, String by) {
    ModelCardEntry card =
        store
            .find(name)
            .orElseGet(
                () -> {
                  var fresh = new ModelCardEntry(name);
                  fresh.write(texts, by, clock.instant());
                  store.add(fresh);
                  return fresh;
                });
    card.write(texts, by, clock.instant());
    audit.record(by, "model.card", name, texts.intendedEn() + " | " + texts.intendedZh());
    return card.texts();
  }

  /**
   * The card of a version.
   *
   * @param language English or Chinese
   * @throws NotFoundException if there is no such version
   */
  public ModelCard card(String name, int version, Locale language) {
    ModelVersionView view =
        registry
            .find(name, version)
            .orElseThrow(() -> new NotFoundException("model version", name + " v" + version));
    boolean chinese = language.getLanguage().equals("zh");
    CardTexts texts = texts(name);
    return new ModelCard(
        name,
        version,
        chinese ? "zh-CN" : "en",
        view.algorithm(),
        view.stage(),
        view.createdAt(),
        view.createdBy(),
        texts.intended(chinese),
        texts.limits(chinese),
        metrics(view),
        new TreeMap<>(view.hyperParameters()),
        view.seed(),
        view.data(),
        new TreeMap<>(view.provenance()),
        view.files(),
        view.tags(),
        view.notes(),
        registry.history(name).stream()
            .filter(change -> change.version() == version)
            .toList()
            .reversed());
  }

  /** The card as Markdown, in its language. */
  public String markdown(ModelCard card) {
    return CardMarkdown.of(card);
  }

  private static List<ModelCard.Metric> metrics(ModelVersionView view) {
    var metrics = new ArrayList<ModelCard.Metric>();
    new TreeMap<>(view.metrics())
        .forEach(
            (split, values) ->
                new TreeMap<>(values)
                    .forEach(
                        (name, value) -> {
                          Double error = view.standardError(split, name).orElse(null);
                          metrics.add(
                              new ModelCard.Metric(
                                  split,
                                  name,
                                  value,
                                  error == null ? null : (Double) (value - SURE * error),
                                  error == null ? null : (Double) (value + SURE * error)));
                        }));
    return metrics;
  }
}
