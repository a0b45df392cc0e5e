package io.shopkeeper.integration.rest;

import io.shopkeeper.integration.server.RunningShop;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningShop.OnH2.class)
class FraudOnH2IT extends FraudSuite {}
