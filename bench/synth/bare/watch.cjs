'use strict';
const { Duration } = require('aws-cdk-lib');
const cloudwatch = require('aws-cdk-lib/aws-cloudwatch');
const actions = require('aws-cdk-lib/aws-cloudwatch-actions');
const sns = require('aws-cdk-lib/aws-sns');
const subscriptions = require('aws-cdk-lib/aws-sns-subscriptions');
const { metrics } = require('./metrics.cjs');

const { ComparisonOperator, GraphWidget, TreatMissingData } = cloudwatch;
const REGION = 'us-east-1';

/** Topic, alarms and dashboard. */
function watch(stack, name, { distribution, fn }) {
  const topic = new sns.Topic(stack, 'AlarmTopic', { displayName: 'difusor', enforceSSL: true });
  topic.addSubscription(new subscriptions.EmailSubscription('guardia@example.org'));
  const measured = metrics(name, distribution, fn);
  alarms(stack, topic, measured);
  dashboard(stack, name, measured, fn);
}

function alarms(stack, topic, { cutAge, publishLag, outsideFailures, silence, errors, errors5xx, blocked }) {
  const action = new actions.SnsAction(topic);
  const alarm = (id, metric, threshold, alarmDescription, props) => {
    const made = new cloudwatch.Alarm(stack, id, {
      metric,
      threshold,
      alarmDescription,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...props,
    });
    made.addAlarmAction(action);
    made.addOkAction(action);
  };
  const minute = Duration.minutes(1);
  const age = { treatMissingData: TreatMissingData.IGNORE };
  const above = {
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
  };
  alarm('CutAgeWarn', cutAge, 1440, 'El corte publicado tiene más de 24 minutos: 1.2 periodos.', age);
  alarm(
    'CutAgePage',
    cutAge,
    2400,
    'El corte publicado tiene más de 40 minutos: dos periodos. Alguien debe actuar ya.',
    age,
  );
  alarm(
    'CutAgeCritical',
    cutAge,
    2640,
    'El corte publicado llega a 45 minutos: el límite tras el que el instituto interrumpe la difusión.',
    age,
  );
  alarm(
    'PublishLag',
    publishLag,
    900,
    'Desde hace 15 minutos no podemos publicar: la falla es nuestra o del camino, no del instituto.',
    age,
  );
  alarm(
    'NotSeenOutside',
    outsideFailures,
    1,
    'Tras publicar, desde fuera no se vio el corte nuevo: revise DNS, certificado y cortafuegos.',
    age,
  );
  alarm(
    'WorkerErrors',
    errors.with({ period: minute }),
    1,
    'El trabajador de sincronización falló en dos o más de sus últimas cinco ejecuciones.',
    {
      evaluationPeriods: 5,
      datapointsToAlarm: 2,
    },
  );
  alarm('WorkerSilent', silence, 1, 'El calendario arranca al trabajador, pero ninguna ejecución termina.', {
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
  });
  alarm(
    'Errors5xx',
    errors5xx.with({ period: minute }),
    1,
    'Más de 1 % de las respuestas del sitio son errores 5xx.',
    above,
  );
  alarm(
    'FirewallBlocks',
    blocked.with({ period: minute }),
    10000,
    'El firewall bloquea más de 10000 solicitudes por minuto: posible ataque.',
    above,
  );
}

function dashboard(stack, dashboardName, measured, fn) {
  const lines = [24, 40, 45].map((minutes) => ({ value: minutes * 60, label: `${minutes} min` }));
  const half = (title, left, region) => new GraphWidget({ title, width: 12, left, region });
  new cloudwatch.Dashboard(stack, 'Dashboard', {
    dashboardName,
    periodOverride: cloudwatch.PeriodOverride.AUTO,
    widgets: [
      [
        new GraphWidget({
          title: 'Edad del corte publicado y tiempo sin poder publicar (s)',
          width: 24,
          left: [measured.cutAge, measured.publishLag],
          leftAnnotations: lines,
        }),
      ],
      [
        half('Ejecuciones y fallas del trabajador, y cortes que no se vieron desde fuera', [
          fn.metricInvocations(),
          fn.metricErrors(),
          measured.outsideFailures,
        ]),
        half('Solicitudes al sitio', [measured.requests], REGION),
      ],
      [
        half('Respuestas con error (%)', [measured.errors4xx, measured.errors5xx], REGION),
        half('Firewall: permitidas y bloqueadas', [measured.allowed, measured.blocked], REGION),
      ],
    ],
  });
}

module.exports = { watch };
