package io.shopkeeper.fraud.backtest;

import io.shopkeeper.catalog.boundary.Transactions;
import io.shopkeeper.fraud.decision.DecisionLedger;
import io.shopkeeper.fraud.memory.RuleShelf;
import io.shopkeeper.fraud.scoring.ModelJudge;
import io.shopkeeper.fraud.training.PaymentWalk;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.PromotedModels;
import io.shopkeeper.platform.boundary.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the shop try rules on its past, and goes on with what a crash interrupted. */
@Singleton
@Startup
@DependsOn("FraudTrainingStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BacktestStartup {

  @Inject private Jobs jobs;
  @Inject private BacktestLedger ledger;
  @Inject private Transactions transactions;
  @Inject private DecisionLedger decisions;
  @Inject private RuleShelf shelf;
  @Inject private PromotedModels models;
  @Inject private Settings settings;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    jobs.register(
        new BacktestJob(
            ledger,
            new PaymentWalk(transactions, decisions),
            shelf,
            () -> models.current(ModelJudge.FRAUD),
            settings,
            clock));
  }
}
