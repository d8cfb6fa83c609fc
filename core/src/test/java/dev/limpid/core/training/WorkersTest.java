package dev.limpid.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void makesEachTaskOnce(int threads) {
        try (Workers workers = Workers.of(threads)) {
            AtomicIntegerArray made = new AtomicIntegerArray(1000);
            for (int tasks : new int[] {0, 1, 2, 999}) {
                AtomicIntegerArray counts = new AtomicIntegerArray(tasks + 1);
                workers.forEach(tasks, counts::incrementAndGet);
                for (int i = 0; i < tasks; i++) {
                    made.addAndGet(i, counts.get(i));
                    assertThat(counts.get(i)).isEqualTo(1);
                }
                assertThat(counts.get(tasks)).isZero();
            }
            assertThat(workers.parallelism()).isEqualTo(threads);
        }
    }

    @Test
    void severalThreadsWorkAtOnce() {
        try (Workers workers = Workers.of(2)) {
            CountDownLatch both = new CountDownLatch(2);
            Set<String> names = ConcurrentHashMap.newKeySet();

            workers.forEach(
                    2,
                    i -> { // each task waits for the other
                        names.add(Thread.currentThread().getName());
                        both.countDown();
                        await(both);
                    });

            assertThat(names).hasSize(2).contains(Thread.currentThread().getName());
            assertThat(names).anyMatch(name -> name.startsWith("limpid-worker-"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void throwsTheFirstFailureByNumberAsItIs(int threads) {
        try (Workers workers = Workers.of(threads)) {
            for (int round = 0; round < 50; round++) {
                RuntimeException[] failures = new RuntimeException[100];
                for (int i = 0; i < failures.length; i++) {
                    failures[i] = new UnsupportedOperationException("task " + i);
                }
                assertThatThrownBy(() -> workers.forEach(100, i -> {
                            if (i >= 41) {
                                throw failures[i];
                            }
                        }))
                        .isSameAs(failures[41]);
            }
        }
    }

    @Test
    void errorsPassThroughToo() {
        try (Workers workers = Workers.of(2)) {
            StackOverflowError error = new StackOverflowError("deep");
            assertThatThrownBy(() -> workers.forEach(8, i -> {
                        throw error;
                    }))
                    .isSameAs(error);
        }
    }

    @Test
    void worksOnAfterAFailure() {
        try (Workers workers = Workers.of(2)) {
            AtomicInteger made = new AtomicInteger();
            assertThatThrownBy(() -> workers.forEach(8, i -> {
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            workers.forEach(8, i -> made.incrementAndGet());

            assertThat(made).hasValue(8);
        }
    }

    @Test
    void anInterruptedThreadFinishesAndStaysInterrupted() {
        try (Workers workers = Workers.of(2)) {
            AtomicInteger made = new AtomicInteger();
            Thread.currentThread().interrupt();

            workers.forEach(100, i -> made.incrementAndGet());

            assertThat(made).hasValue(100);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void tasksMayUseTheSameWorkers() {
        try (Workers workers = Workers.of(2)) {
            AtomicInteger made = new AtomicInteger();

            workers.forEach(8, i -> workers.forEach(8, j -> made.incrementAndGet()));

            assertThat(made).hasValue(64);
        }
    }

    @Test
    void aFullExecutorSlowsDownButDoesNotBlock() throws InterruptedException {
        ExecutorService full = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        CountDownLatch release = new CountDownLatch(1);
        full.execute(() -> await(release)); // its one thread is taken, its queue takes nothing
        AtomicInteger made = new AtomicInteger();

        Workers.on(full, 3).forEach(10, i -> made.incrementAndGet());

        assertThat(made).hasValue(10);
        release.countDown();
        full.shutdown();
        assertThat(full.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anExecutorOfTheUserStaysOpen() {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try (Workers workers = Workers.on(executor, 2)) {
            workers.forEach(4, i -> {});
        }

        assertThat(executor.isShutdown()).isFalse();
        executor.shutdown();
        assertThatThrownBy(() -> Workers.on(executor, 2).forEach(4, i -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("workers must be open, but were shut down: make new ones for this run");
    }

    @Test
    void refusesWorkAfterClose() {
        Workers workers = Workers.of(2);
        workers.close();

        assertThatThrownBy(() -> workers.forEach(4, i -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("workers must be open, but were shut down: make new ones for this run");
    }

    @Test
    void serialWorkersStayOpen() {
        AtomicInteger made = new AtomicInteger();
        Workers.serial().close();

        Workers.serial().forEach(3, i -> made.incrementAndGet());

        assertThat(made).hasValue(3);
        assertThat(Workers.serial()).hasToString("1 thread");
        assertThat(Workers.of(1)).isSameAs(Workers.serial());
    }

    @Test
    void refusesNoThreads() {
        assertThatThrownBy(() -> Workers.of(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be >= 1, but was 0");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        assertThatThrownBy(() -> Workers.on(executor, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parallelism must be >= 1, but was 0");
        executor.shutdown();
    }
}
