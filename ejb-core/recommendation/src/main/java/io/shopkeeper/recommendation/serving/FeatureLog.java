package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Which answers are logged with what ranking knew of their products: the first so many of each
 * minute. A small shop logs all of them, a busy one a sample, and neither time nor disk goes beyond
 * what the shop has set. A list of ten takes 800 bytes.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FeatureLog {

  /** Answers of each minute at most, on each server; 0 for none. */
  static final SettingDefinition PER_MINUTE =
      SettingDefinition.number("recommendation.feature-log", 0, 60_000, 60)
          .ownedBy(FeatureLog.class);

  @Inject private Settings settings;
  @Inject private Clock clock;

  private FeatureSample sample;

  @PostConstruct
  void begin() {
    sample = new FeatureSample(settings, clock);
  }

  /** The one sample of this server, to be asked for once: it is read with every answer. */
  public FeatureSample sample() {
    return sample;
  }
}
