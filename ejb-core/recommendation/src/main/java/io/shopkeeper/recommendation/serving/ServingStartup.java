package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets people set how much the recommendations vary, what is bought again, and what is logged. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServingStartup {

  @Inject private Settings settings;

  @PostConstruct
  void begin() {
    settings.offer(Variety.METHOD, Variety.AMOUNT, Consumables.CATEGORIES, Consumables.DAYS);
    settings.offer(FeatureLog.PER_MINUTE);
  }
}
