/** What every training tells while it runs. */
package io.shopkeeper.ml.training;
