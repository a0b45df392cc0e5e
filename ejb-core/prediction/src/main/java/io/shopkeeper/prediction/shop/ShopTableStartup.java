package io.shopkeeper.prediction.shop;

import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.prediction.boundary.DataSets;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets tables be made of the shop, and goes on with what a crash interrupted. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ShopTableStartup {

  @Inject private Jobs jobs;
  @Inject private WholeShop shop;
  @Inject private DataSets sets;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    jobs.register(new ShopTableJob(shop, sets, clock));
  }
}
