package dev.limpid.testkit.core;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.testkit.contract.ScheduleContract;
import org.junit.jupiter.api.Nested;

/** All schedules of core obey the laws. */
class SchedulesTest {

    interface FromATenth extends ScheduleContract {
        @Override
        default double startRate() {
            return 0.1;
        }
    }

    interface Falling extends ScheduleContract {
        @Override
        default boolean isFalling() {
            return true;
        }
    }

    interface Continuous extends ScheduleContract {
        @Override
        default boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class Constant implements FromATenth {
        @Override
        public Schedule newSchedule() {
            return Schedule.constant(0.1);
        }
    }

    @Nested
    class InverseTime implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.inverseTime(0.1, 0.5);
        }
    }

    @Nested
    class Exponential implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.exponential(0.1, 0.1);
        }
    }

    @Nested
    class Stairs implements FromATenth, Falling {
        @Override
        public Schedule newSchedule() {
            return Schedule.step(0.1, 0.5, 7);
        }
    }

    @Nested
    class Line implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.polynomial(0.1, 0.001, 30, 1);
        }
    }

    @Nested
    class Root implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.polynomial(0.1, 0.001, 30, 0.5);
        }
    }

    @Nested
    class Cosine implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosine(0.1, 0.001, 30);
        }
    }

    @Nested
    class CosineRestarts implements FromATenth {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosineRestarts(0.1, 0.001, 3, 1.5);
        }
    }

    @Nested
    class OneCycle implements Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.oneCycle(0.1, 30);
        }

        @Override
        public double startRate() {
            return 0.1 / 25;
        }
    }

    @Nested
    class ReduceOnPlateau implements FromATenth, Falling {
        @Override
        public Schedule newSchedule() {
            return Schedule.reduceOnPlateau(0.1, 0.5, 2);
        }
    }

    @Nested
    class WarmedUpCosine implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosine(0.1, 0.001, 30).afterWarmUp(50);
        }

        @Override
        public double startRate() {
            return 0.002;
        }
    }

    @Nested
    class WarmedUpPlateau implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.reduceOnPlateau(0.1, 0.5, 2).afterWarmUp(50);
        }

        @Override
        public double startRate() {
            return 0.002;
        }
    }

    @Nested
    class Sequence implements FromATenth {
        @Override
        public Schedule newSchedule() {
            return Schedule.exponential(0.1, 0.9)
                    .then(5, Schedule.reduceOnPlateau(0.05, 0.5, 1).afterWarmUp(3));
        }
    }

    @Nested
    class FallingSequence implements FromATenth, Falling, Continuous {
        @Override
        public Schedule newSchedule() {
            return Schedule.constant(0.1).then(5, Schedule.cosine(0.1, 0.001, 20));
        }
    }
}
