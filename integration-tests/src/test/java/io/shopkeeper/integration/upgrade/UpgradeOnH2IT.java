package io.shopkeeper.integration.upgrade;

import javax.sql.DataSource;

class UpgradeOnH2IT extends UpgradeSuite {

  @Override
  DataSource open() {
    return Memory.database("upgrade");
  }
}
