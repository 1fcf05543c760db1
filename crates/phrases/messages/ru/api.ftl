# The API and its pages.

api-title = API
api-words = Для программ: JSON по HTTPS. Токен из настроек говорит, что это за программа и что ей можно.
api-problems = Ошибки
    .words = Обо всём, что не удалось, сообщается как problem+json; вот виды ошибок.
api-name = Имя
api-holds = Содержит
api-about = Что это
api-required = обязательно
api-right = требует права
api-parameters = Параметры
api-body = Тело
api-answers = Ответы
api-status = Статус

problem-broken = JSON этого запроса повреждён
    .advice = Отправьте его ещё раз целиком.
problem-refused = Некоторые значения не приняты
    .advice = Ничего не изменено. Исправьте указанное и отправьте снова.
problem-conflict = Сейчас этого сделать нельзя
    .advice = Ничего не изменено. Посмотрите ещё раз.
problem-changed-since = Тем временем кто-то это изменил
    .advice = Ничего не изменено. Посмотрите ещё раз и повторите своё изменение.
problem-version-needed = Не указано, какую версию вы меняете
    .advice = Отправьте ETag увиденного в заголовке If-Match.
problem-key-taken = Этот ключ относится к другому запросу
    .advice = Ничего не изменено. Для каждого изменения выбирайте новый ключ.
