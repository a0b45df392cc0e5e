/** What a training makes and serving loads. Plain Java: it is part of the worker, too. */
package io.shopkeeper.fraud.model;
