package io.shopkeeper.prediction.boundary;

import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.prediction.dataset.DataSetStore;
import io.shopkeeper.prediction.shop.ShopTableJob;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tables of what was known of the shop's customers and of what followed, as data sets. */
@Stateless
public class ShopTables {

  private static final int MOST_DAYS = 365;
  private static final int MOST_PERIODS = 12;

  @Inject private DataSetStore store;
  @Inject private Jobs jobs;

  /**
   * Begins to make one, as a job. Who does not allow personal use is in none of its rows. The job
   * fails with a sentence where there is too little to learn from.
   *
   * @param name of the data set, in small letters, digits and hyphens; 2 to 40
   * @throws InvalidInputException with every fault
   * @throws io.shopkeeper.platform.boundary.ConflictException if there is a data set of that name
   */
  public JobView make(String name, ShopTable table, String by) {
    List<FieldError> errors = new ArrayList<>();
    DataSets.nameFault(name).ifPresent(errors::add);
    if (table.goal() == null) {
      errors.add(new FieldError("/goal", "is missing"));
    }
    if (table.days() < 1 || table.days() > MOST_DAYS) {
      errors.add(new FieldError("/days", "must be from 1 to " + MOST_DAYS));
    }
    if (table.periods() < 1 || table.periods() > MOST_PERIODS) {
      errors.add(new FieldError("/periods", "must be from 1 to " + MOST_PERIODS));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    if (store.find(name).isPresent()) {
      throw DataSetStore.taken(name);
    }
    return jobs.submit(
        ShopTableJob.KIND,
        name + ": " + table.goal().code(),
        ShopTableJob.parameters(name, table),
        by);
  }
}
