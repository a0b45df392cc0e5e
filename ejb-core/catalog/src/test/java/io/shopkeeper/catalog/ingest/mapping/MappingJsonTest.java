package io.shopkeeper.catalog.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.catalog.boundary.ImportMapping;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingJsonTest {

  private static final String MAPPING =
      """
      {"format":"shopkeeper-mapping/1","name":"mine","targets":[{"kind":"orders","where":[
        {"column":"qty","test":"above","value":"0"}],"fields":{
        "id":{"column":"no"},
        "placedAt":{"column":"at","steps":[{"do":"date","format":"d.M.yyyy"}]},
        "lines.productId":{"column":"sku","take":"most"}}}]}\
      """;

  @Test
  void whatComesWithTheProductIsSound() {
    assertThat(BuiltInMappings.all()).hasSize(3).allSatisfy(MappingJsonTest::comesBack);
  }

  private static void comesBack(ImportMapping mapping) {
    assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    mapping
        .targets()
        .forEach(t -> assertThat(MappingJson.readTarget(MappingJson.write(t))).isEqualTo(t));
  }

  @Test
  void aMappingComesBackAsItWas() {
    comesBack(MappingJson.read(MAPPING));
    assertThat(MappingJson.read(MAPPING).targets().getFirst().merges()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shopkeeper-mapping/1 | shopkeeper-mapping/9 | /format",
        "\"mine\"             | \"My mapping\"       | /name",
        "\"orders\"           | \"weapons\"          | /targets/0/kind",
        "\"above\"            | \"around\"           | /targets/0/where/0/test",
        "\"placedAt\"         | \"placedWhen\"       | /targets/0/fields/placedWhen",
        "\"date\"             | \"data\"             | /targets/0/fields/placedAt/steps/0/do",
        "d.M.yyyy             | d.M.qqqqqqq          | /targets/0/fields/placedAt/steps/0",
        "\"format\":\"d.M.yyyy\" | \"form\":\"d\"    | /targets/0/fields/placedAt/steps/0/form",
        "\"most\"             | \"best\"             | /targets/0/fields/lines.productId/take",
        "\"column\":\"no\"    | \"colum\":\"no\"     | /targets/0/fields/id/colum",
        "\"id\":              | \"customerId\":      | /targets/0/fields"
      })
  void aFaultIsNamedWithItsPlace(String right, String wrong, String pointer) {
    var invalid =
        catchThrowableOfType(
            InvalidInputException.class, () -> MappingJson.read(MAPPING.replace(right, wrong)));
    assertThat(invalid.errors()).extracting(FieldError::pointer).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "{", "[]", "null", "{\"targets\":[]}"})
  void whatIsNoMappingIsRefused(String text) {
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> MappingJson.read(text)))
        .isNotNull();
  }
}
