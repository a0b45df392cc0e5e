package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.NotFoundException;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Scope;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetSummary;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.boundary.Fairness;
import io.shopkeeper.prediction.boundary.FairnessView;
import io.shopkeeper.prediction.boundary.Prediction;
import io.shopkeeper.prediction.boundary.Predictions;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.boundary.ShopTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tables that models of prediction learn from, and predictions of their rows. */
@Path("/data-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Predictions")
@ApplicationScoped
public class DataSetsResource {

  @Inject private DataSets sets;
  @Inject private ShopTables tables;
  @Inject private Predictions predictions;
  @Inject private Fairness fairness;
  @Inject private CurrentCaller caller;

  /** Rows to predict: cells by column. */
  public record Rows(List<Map<String, Object>> rows) {

    List<Map<String, String>> cells() {
      if (rows == null) {
        throw InvalidInputException.of("/rows", "is missing");
      }
      return rows.stream().map(Rows::cells).toList();
    }

    private static Map<String, String> cells(Map<String, Object> row) {
      Map<String, String> cells = new LinkedHashMap<>();
      if (row != null) {
        row.forEach((name, value) -> cells.put(name, value == null ? null : value.toString()));
      }
      return cells;
    }
  }

  /** All. */
  @GET
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.LOOK)
  @Operation(summary = "The data sets, by name")
  public List<DataSetSummary> all() {
    return sets.all();
  }

  /** One. */
  @GET
  @Path("/{name}")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "A data set with its columns")
  public DataSetView one(@PathParam("name") String name) {
    return sets.find(name).orElseThrow(() -> new NotFoundException("data set", name));
  }

  /** Takes one in. */
  @POST
  @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @LargeBody
  @Operation(
      summary = "Take a table in: CSV or TSV with a header, in UTF-8, plain or gzip, 64 MB at most",
      description = "What the columns are for is guessed; PUT its roles to say better.")
  public Response add(@QueryParam("name") String name, InputStream body) throws IOException {
    byte[] file = new CountedBody(body, DataSets.MOST_BYTES).readAllBytes();
    DataSetView added = sets.add(name, file, caller.name());
    return Response.created(URI.create("data-sets/" + added.name())).entity(added).build();
  }

  /**
   * A table from the shop.
   *
   * @param goal buys, leaves, next_category, spends or buys_product
   * @param days that are looked ahead; 30 where it is missing
   * @param periods on how many days customers are looked at; 3 where it is missing
   * @param until a day; the day of the newest order where it is missing
   */
  public record Wanted(String goal, Integer days, Integer periods, String until) {

    ShopTable table() {
      return new ShopTable(
          ShopGoal.of(goal)
              .orElseThrow(
                  () ->
                      InvalidInputException.of(
                          "/goal",
                          "must be one of buys, leaves, next_category, spends, buys_product")),
          days == null ? ShopTable.USUAL_DAYS : days,
          periods == null ? ShopTable.USUAL_PERIODS : periods,
          day());
    }

    private LocalDate day() {
      try {
        return until == null ? null : LocalDate.parse(until);
      } catch (DateTimeParseException wrong) {
        throw InvalidInputException.of("/until", "must be a day such as 2026-01-31");
      }
    }
  }

  /** Makes one of the shop. */
  @POST
  @Path("/{name}:make")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @Operation(
      summary = "Make a data set of what was known of the shop's customers, and of what followed",
      description =
          "Starts a job. Each row is a customer on a day with the features of GET /features as of"
              + " that day, and what followed in the days after it. Who does not allow personal use"
              + " is in no row.")
  public Response make(@PathParam("name") String name, Wanted wanted) {
    if (wanted == null) {
      throw InvalidInputException.of("/goal", "is missing");
    }
    return Response.accepted(tables.make(name, wanted.table(), caller.name())).build();
  }

  /** The table itself. */
  @GET
  @Path("/{name}/file")
  @Produces("text/csv")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(summary = "The table of a data set as it came, CSV or TSV in UTF-8")
  public byte[] file(@PathParam("name") String name) {
    return sets.file(name);
  }

  /** Says what the columns are for. */
  @PUT
  @Path("/{name}/roles")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @Operation(summary = "Say what is predicted, which column is the time and which are left out")
  public DataSetView assign(@PathParam("name") String name, DataRoles roles) {
    if (roles == null) {
      throw InvalidInputException.of("", "a body with a target is missing");
    }
    return sets.assign(name, roles, caller.name());
  }

  /** Predicts. */
  @POST
  @Path("/{name}:predict")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.SCORE)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "Predict rows with the live version",
      description =
          "Each with the probability of every class, and with what each column adds where the"
              + " algorithm can say.")
  public List<Prediction> predict(@PathParam("name") String name, Rows rows) {
    if (rows == null) {
      throw InvalidInputException.of("/rows", "is missing");
    }
    DataSetView set = sets.find(name).orElseThrow(() -> new NotFoundException("data set", name));
    return predictions.of(set.model(), rows.cells());
  }

  /** Compares groups. */
  @GET
  @Path("/{name}/fairness")
  @RequiresScope(Scope.READ)
  @RequiresRight(Right.SEE_CUSTOMERS)
  @Operation(
      summary = "Whether a version treats groups of rows alike",
      description =
          "On rows that were held out, grouped by any column of the data set. Of the live version"
              + " where none is named; from a probability of 0.5 on a row is chosen where no"
              + " threshold is.")
  public FairnessView fairness(
      @PathParam("name") String name,
      @QueryParam("column") String column,
      @QueryParam("version") Integer version,
      @QueryParam("threshold") Double threshold) {
    DataSetView set = sets.find(name).orElseThrow(() -> new NotFoundException("data set", name));
    return fairness.of(
        set.model(),
        version == null ? predictions.version(set.model()) : version,
        column,
        threshold == null ? Fairness.USUAL_THRESHOLD : threshold);
  }

  /** Throws one away. */
  @DELETE
  @Path("/{name}")
  @RequiresScope(Scope.ADMIN)
  @RequiresRight(Right.TRAIN_MODELS)
  @Operation(summary = "Throw a data set away; versions trained on it stay in the registry")
  public Response remove(@PathParam("name") String name) {
    sets.remove(name, caller.name());
    return Response.noContent().build();
  }
}
