package io.shopkeeper.integration.rest;

import io.shopkeeper.integration.server.RunningShop;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningShop.OnPostgres.class)
class FraudOnPostgresIT extends FraudSuite {}
