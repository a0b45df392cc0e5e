/**
 * Which models serve, and their answers in words. Knows nothing of training. Example: {@code
 * models.current(LiveModels.CUSTOMER_VALUE).map(serving -> serving.version())}.
 */
package io.shopkeeper.prediction.serving;
